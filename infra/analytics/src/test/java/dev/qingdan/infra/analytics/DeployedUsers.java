package dev.qingdan.infra.analytics;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The users of infra/deploy/kubernetes/kafka-users.yaml and what each may do. */
record DeployedUsers(List<JsonNode> users) {

    private static final Path DEPLOY = Path.of("../deploy");
    private static final Pattern USER_IN_SCRIPT = Pattern.compile("(?m)^user ([a-z-]+) ");

    static DeployedUsers read() throws IOException {
        try (var yaml = Files.newBufferedReader(DEPLOY.resolve("kubernetes/kafka-users.yaml"))) {
            return new DeployedUsers(
                    StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                            .map(user -> JsonMapper.shared().<JsonNode>valueToTree(user))
                            .toList());
        }
    }

    /** Those that infra/deploy/kafka/access.sh makes. */
    static Set<String> inScript() throws IOException {
        var script = Files.readString(DEPLOY.resolve("kafka/access.sh"));
        return USER_IN_SCRIPT
                .matcher(script)
                .results()
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }

    Set<String> names() {
        return users.stream().map(DeployedUsers::name).collect(toCollection(TreeSet::new));
    }

    private static String name(JsonNode user) {
        return user.at("/metadata/name").asString();
    }

    /** As the broker wants them. */
    List<AclBinding> rulesOf(String name) {
        return users.stream()
                .filter(user -> name(user).equals(name))
                .flatMap(user -> user.at("/spec/authorization/acls").valueStream())
                .flatMap(acl -> rules(name, acl))
                .toList();
    }

    private static Stream<AclBinding> rules(String user, JsonNode acl) {
        return acl.path("operations")
                .valueStream()
                .map(operation -> operation.asString().toUpperCase(Locale.ROOT))
                .map(operation ->
                        new AccessControlEntry(
                                "User:" + user,
                                "*",
                                AclOperation.valueOf(operation),
                                AclPermissionType.ALLOW))
                .map(entry -> new AclBinding(pattern(acl.path("resource")), entry));
    }

    private static ResourcePattern pattern(JsonNode resource) {
        return new ResourcePattern(
                type(resource.path("type").asString()),
                resource.path("name").asString(),
                resource.path("patternType").asString().equals("prefix")
                        ? PatternType.PREFIXED
                        : PatternType.LITERAL);
    }

    private static ResourceType type(String name) {
        return switch (name) {
            case "topic" -> ResourceType.TOPIC;
            case "group" -> ResourceType.GROUP;
            case "transactionalId" -> ResourceType.TRANSACTIONAL_ID;
            default -> throw new IllegalArgumentException("Not a kind of resource: " + name);
        };
    }
}
