package dev.qingdan.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What each event and family says of itself: its Javadoc is the published description too. */
final class RecordDocs {

    private static final Path SOURCES = Path.of("src/main/java/dev/qingdan/events");

    private final Map<String, String> byRecord = new HashMap<>();

    RecordDocs() {
        var compiler = requireNonNull(ToolProvider.getSystemJavaCompiler());
        try (var manager = compiler.getStandardFileManager(null, null, UTF_8);
                var sources = Files.list(SOURCES)) {
            var files = manager.getJavaFileObjectsFromPaths(sources.toList());
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, files);
            new Reader(DocTrees.instance(task)).scan(task.parse(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(Class<?> type) {
        var text = byRecord.get(type.getSimpleName());
        if (text == null) {
            throw new AssertionError(
                    type.getSimpleName() + " needs Javadoc: it is published as its description");
        }
        return text;
    }

    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees docs;

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            var comment = docs.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                byRecord.put(type.getSimpleName().toString(), plain(comment.getFullBody()));
            }
            return super.visitClass(type, null);
        }
    }

    private static String plain(DocTree part) {
        return switch (part) {
            case LiteralTree code -> "`" + code.getBody().getBody() + "`";
            case LinkTree link -> link.getReference().getSignature();
            default -> part.toString();
        };
    }

    private static String plain(List<? extends DocTree> body) {
        return body.stream()
                .filter(part -> part.getKind() != DocTree.Kind.START_ELEMENT)
                .map(RecordDocs::plain)
                .collect(joining())
                .replaceAll("\\s+", " ");
    }
}
