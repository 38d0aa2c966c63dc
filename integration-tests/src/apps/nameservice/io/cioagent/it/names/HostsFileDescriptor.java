package io.cioagent.it.names;

import sun.net.spi.nameservice.NameService;
import sun.net.spi.nameservice.NameServiceDescriptor;

/**
 * What the JDK finds by {@code META-INF/services}; chosen by the property {@code dns,hosts-file}.
 */
public final class HostsFileDescriptor implements NameServiceDescriptor {

  @Override
  public NameService createNameService() {
    return new HostsFileNames(System.getProperty("jdk.net.hosts.file"));
  }

  @Override
  public String getProviderName() {
    return "hosts-file";
  }

  @Override
  public String getType() {
    return "dns";
  }
}
