package dev.qingdan.query.member;

import dev.qingdan.events.MemberEvent.MemberLevel;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Reads;
import java.security.Principal;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member's own points, level and coupons. */
@RestController
@RequestMapping("/api/v1/members/me")
@Reads(MemberViewProjection.NAME)
class MeApi {

    private final MemberQueries members;
    private final Clock clock;

    MeApi(MemberQueries members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    record Me(String memberId, long points, MemberLevel level) {}

    /** Whoever has a token is a member, also before anything happened that a view could show. */
    @GetMapping
    Me me(Principal member) {
        return members.member(member.getName())
                .orElse(new Me(member.getName(), 0, MemberLevel.NORMAL));
    }

    @GetMapping("/coupons")
    Page<CouponView> coupons(
            Principal member,
            @RequestParam(required = false) @Nullable CouponStatus status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Limit.of(limit);
        var now = clock.instant();
        var after = Cursor.parse(cursor, 2);
        var found = members.coupons(member.getName(), status, now, after, most);
        return Page.of(found, most, CouponView::cursor, Function.identity());
    }
}
