package io.cioagent.it.apps;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http2.Http2UpgradeHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import java.net.InetSocketAddress;
import java.util.Collections;

/** Servlets in an embedded Undertow. */
public final class UndertowReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new UndertowReceiverApp().run();
  }

  @Override
  protected int start() throws Exception {
    DeploymentInfo deployment =
        new DeploymentInfo()
            .setClassLoader(UndertowReceiverApp.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("receiver")
            // So misspelled in all versions.
            .addServletContainerInitalizer(
                new ServletContainerInitializerInfo(
                    ServletHooks.class, Collections.<Class<?>>emptySet()));
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
    manager.deploy();
    HttpHandler root = manager.start();
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1", HTTP_2 ? new Http2UpgradeHandler(root) : root)
            .setServerOption(UndertowOptions.ENABLE_HTTP2, HTTP_2)
            .build();
    server.start();
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }
}
