package dev.qingdan.infra.wechat.http;

import java.io.File;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.modeler.Registry;

/** Tomcat without a web application: one valve does it all, on virtual threads. */
public final class HttpServer implements AutoCloseable {

    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();

    public HttpServer(int port, Handler handler) {
        TOMCAT_LOG.setLevel(Level.WARNING);
        Registry.disableRegistry();
        tomcat.setBaseDir(new File(System.getProperty("java.io.tmpdir")).getPath());
        tomcat.getHost();
        var connector = tomcat.getConnector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        connector.setThrowOnFailure(true);
        connector.getProtocolHandler().setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        tomcat.getEngine().getPipeline().addValve(new FrontDoor(handler));
        try {
            tomcat.start();
        } catch (LifecycleException startFailed) {
            close();
            throw new IllegalStateException("Cannot listen on port " + port, startFailed);
        }
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException stopFailed) {
            throw new IllegalStateException("Cannot stop", stopFailed);
        }
    }
}
