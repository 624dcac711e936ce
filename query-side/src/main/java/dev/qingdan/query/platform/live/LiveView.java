package dev.qingdan.query.platform.live;

import java.util.Collection;
import java.util.List;

/**
 * A view whose rows are told to the member they concern, over {@code /api/v1/live}, whenever they
 * change. Adding one is one small class and an {@code audience()} of its rows.
 */
public interface LiveView {

    /** That this row stands at this version. */
    record Standing(String audience, String key, long version) {}

    /**
     * @param json as the member may read it
     */
    record Document(String audience, String key, long version, String json) {}

    /** The projection's table whose changes are told. */
    String table();

    /** What frames about its rows are called: {@code {"type":"order","order":{...}}}. */
    String type();

    /**
     * The newest rows of each of these audiences and, of these keys, those that are theirs; oldest
     * first.
     */
    List<Standing> standings(Collection<String> audiences, Collection<String> keys, int newest);

    /** These rows as they are now, in any order. */
    List<Document> documents(Collection<String> keys);
}
