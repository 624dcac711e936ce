package dev.qingdan.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What staff do, in a real browser, on a real database. */
class ConsoleBrowserTest extends BrowserStage {

    /** With the day, should midnight lie within the rebuild. */
    private static final Pattern CLOCK =
            Pattern.compile("\\d{2}:\\d{2}:\\d{2}|\\d{2}-\\d{2} \\d{2}:\\d{2}");

    @Test
    void an_order_goes_from_paid_to_handed_over() {
        var number = CONSOLE.sides().pay();
        admin.open("/orders");
        admin.page().getByText(number).click();
        admin.button("接单").click();
        assertThat(admin.toast()).hasText("已接单");
        admin.button("制作完成").click();
        assertThat(admin.toast()).hasText("已通知顾客取货");

        admin.page().getByLabel("取货码").fill("0000");
        admin.page().keyboard().press("Enter");
        assertThat(admin.toast()).hasText("取货码不正确");

        admin.page().getByLabel("取货码").fill("4711");
        admin.button("确认取货").click();
        assertThat(admin.toast()).hasText("已交给顾客");
        assertThat(admin.page().locator(".head .status")).hasText("已完成");
        assertThat(admin.page().locator(".timeline .latest")).containsText("顾客取货");
    }

    @Test
    void a_new_order_shows_by_itself_in_the_list_and_on_the_dashboard() {
        admin.open("/orders");
        assertThat(admin.page().locator("tbody tr").first()).isVisible();
        var number = CONSOLE.sides().pay();
        assertThat(admin.page().getByText(number)).isVisible();
        admin.open("/");
        assertThat(admin.page().locator("#queue").getByText(number)).isVisible();
    }

    @Test
    void the_list_goes_on_when_its_end_comes_into_sight() {
        admin.open("/orders");
        assertThat(admin.page().locator("#results .number")).hasCount(25);
        admin.page().locator("tbody tr").last().scrollIntoViewIfNeeded();
        assertThat(admin.page().locator("#results .number")).hasCount(50);
    }

    @Test
    void orders_are_found_by_status_and_number() {
        admin.open("/orders");
        admin.page().getByLabel("状态").selectOption("CANCELLED");
        assertThat(admin.page().locator("#results .number")).hasCount(1);
        assertThat(admin.page()).hasURL(Pattern.compile("status=CANCELLED"));
        admin.page().getByLabel("订单号").fill("nothing-like-it");
        assertThat(admin.page().getByText("没有符合条件的订单")).isVisible();
    }

    @Test
    void a_double_click_sends_one_command() {
        var number = CONSOLE.sides().pay();
        int before = CONSOLE.sides().keys().size();
        admin.open("/orders");
        admin.page().getByText(number).click();
        admin.button("接单").dblclick();
        assertThat(admin.toast()).hasText("已接单");
        assertThat(CONSOLE.sides().keys()).hasSize(before + 1).doesNotContain("");
    }

    @Test
    void a_price_is_typed_in_yuan_and_a_mistake_is_explained_beside_it() {
        admin.open("/products/oolong-cup");
        admin.page().getByLabel("价格（元）").fill("一块二");
        admin.button("保存").click();
        assertThat(admin.page().locator("#price-error")).hasText("请输入金额，例如 12.80");
        assertThat(admin.page().locator("#price")).isFocused();
        admin.page().getByLabel("价格（元）").fill("19.5");
        admin.button("保存").click();
        assertThat(admin.toast()).hasText("已保存「桂花乌龙」");
        assertThat(admin.page().getByLabel("价格（元）")).hasValue("19.50");
    }

    @Test
    void stock_is_received_and_corrected() {
        admin.open("/products/dahongpao-50g");
        assertThat(admin.page().locator("#stock")).containsText("售罄");
        admin.page().getByLabel("数量", new Page.GetByLabelOptions().setExact(true)).fill("30");
        admin.page().getByLabel("单号").fill("D-1");
        admin.button("入库").click();
        assertThat(admin.toast()).hasText("已入库 30 件");
        admin.page().getByLabel("实际数量").fill("28");
        admin.page().getByLabel("原因").selectOption("DAMAGE");
        admin.button("盘点修正").click();
        assertThat(admin.toast()).hasText("库存已修正为 28");
        assertThat(admin.page().locator("#stock")).containsText("28");
    }

    @Test
    void a_product_is_added_once() {
        admin.open("/products/new");
        admin.page().getByLabel("SKU").fill("jasmine-cup");
        admin.page().getByLabel("名称").fill("新茶");
        admin.page().getByLabel("分类").fill("绿茶");
        admin.page().getByLabel("价格（元）").fill("66");
        admin.button("添加商品").click();
        assertThat(admin.page().locator("#sku-error")).hasText("这个 SKU 已经存在");
        admin.page().getByLabel("SKU").fill("new-tea");
        admin.button("添加商品").click();
        assertThat(admin.heading("新茶")).isVisible();
        assertThat(admin.page()).hasURL(CONSOLE.url() + "/products/new-tea");
    }

    @Test
    void a_product_is_found_by_its_sku_and_opened_though_buyers_do_not_see_it() {
        admin.open("/products");
        admin.page().getByLabel("按名称或 SKU 查找").fill("gaiwan");
        assertThat(admin.page().locator("#results tbody tr")).hasCount(1);
        admin.page().getByText("白瓷盖碗").click();
        assertThat(admin.heading("白瓷盖碗")).isVisible();
        assertThat(admin.page().locator(".head .status")).hasText("未上架");
    }

    @Test
    void a_product_that_nobody_added_is_not_found() {
        admin.open("/products/nothing-like-it");
        assertThat(admin.heading("没有找到")).isVisible();
    }

    @Test
    void a_rebuild_is_confirmed_and_shows_its_progress_to_the_end() {
        admin.open("/projections");
        var orderView = admin.page().getByLabel("order_view");
        orderView.locator("[data-dialog]").click();
        var dialog = orderView.locator("dialog");
        assertThat(dialog).containsText("重建 order_view？");
        dialog.locator("button[type=submit]").click();
        assertThat(admin.toast()).hasText("已开始重建 order_view");
        assertThat(orderView.locator("progress")).isVisible();
        assertThat(orderView.locator(".rebuild")).containsText("61,205/秒");
        assertThat(orderView.locator(".rebuild"))
                .containsText("重建完成", new ContainsTextOptions().setTimeout(20_000));
        assertThat(orderView.locator(".rebuild")).containsText("共 128,400 个事件");
        assertThat(orderView.locator(".rebuild")).containsText("用时 1:05");
        assertThat(orderView.locator(".rebuild time")).hasText(CLOCK);
        assertThat(orderView.locator("progress")).hasCount(0);
        assertThat(orderView).containsText("第 4 代");
    }

    @Test
    void a_page_shows_what_it_can_while_a_side_is_away_and_recovers_by_itself() {
        CONSOLE.sides().queryAway(true);
        admin.open("/");
        assertThat(admin.page().locator("#numbers")).containsText("暂时连不上查询服务");
        assertThat(admin.page().locator("#health")).containsText("事件转发");
        CONSOLE.sides().queryAway(false);
        assertThat(admin.page().locator("#numbers")).containsText("今日营收");
    }

    @Test
    void a_command_without_an_answer_can_be_sent_again_under_the_same_key() {
        var number = CONSOLE.sides().pay();
        admin.open("/orders");
        admin.page().getByText(number).click();
        var key = admin.page().locator("input[name=key]").inputValue();
        CONSOLE.sides().commandAway(true);
        admin.button("接单").click();
        assertThat(admin.toast()).containsText("不会重复");
        CONSOLE.sides().commandAway(false);
        admin.button("接单").click();
        assertThat(admin.toast()).hasText("已接单");
        assertThat(CONSOLE.sides().keys()).last().isEqualTo(key);
    }

    @Test
    void every_command_is_written_down() {
        admin.open("/shops");
        admin.page().getByLabel("门店名称").fill("古镇店");
        admin.button("添加门店").click();
        assertThat(admin.toast()).hasText("已添加门店「古镇店」");
        admin.open("/audit");
        var newest = admin.page().locator("tbody tr").first();
        assertThat(newest).containsText("添加门店");
        assertThat(newest).containsText("古镇店");
        assertThat(newest).containsText("admin");
        assertThat(newest).containsText("127.0.0.1");
        assertThat(newest).containsText("成功");
    }
}
