package dev.qingdan.command;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of the running application on a real database, through its own front door. The relay rests
 * unless a test is about it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RealParts.class)
@TestPropertySource(properties = "qingdan.relay.enabled=false")
public abstract class CommandSideTest {

    @LocalServerPort private int port;

    /** A client that carries no token. */
    protected Api anybody() {
        return new Api(port);
    }

    protected Api staff(String... roles) {
        return anybody().as(TestKeys.staffToken(roles));
    }

    protected Api manager() {
        return staff("MANAGER");
    }

    protected Api member(String memberId) {
        return anybody().as(TestKeys.memberToken(memberId));
    }
}
