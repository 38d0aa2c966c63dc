package io.cioagent.it.names;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sun.net.spi.nameservice.NameService;

/**
 * The names of the file that {@code jdk.net.hosts.file} names, as every JDK from 9 on resolves them
 * by itself: an address and its names on each line, and no other name is known.
 */
final class HostsFileNames implements NameService {

  private final String file;

  HostsFileNames(String file) {
    this.file = file;
  }

  /** Read anew for each question, as later JDKs do. */
  private Map<String, List<byte[]>> addresses() throws UnknownHostException {
    Map<String, List<byte[]>> addresses = new HashMap<>();
    try {
      for (String line : Files.readAllLines(Paths.get(file), UTF_8)) {
        String[] words = line.trim().split("\\s+");
        for (String name : Arrays.asList(words).subList(1, words.length)) {
          // A literal address is not looked up here.
          byte[] address = InetAddress.getByName(words[0]).getAddress();
          addresses.computeIfAbsent(name, same -> new ArrayList<>()).add(address);
        }
      }
    } catch (IOException e) {
      throw new UnknownHostException(file + " cannot be read: " + e);
    }
    return addresses;
  }

  @Override
  public InetAddress[] lookupAllHostAddr(String name) throws UnknownHostException {
    List<byte[]> known = addresses().get(name);
    if (known == null) {
      throw new UnknownHostException(name);
    }
    InetAddress[] all = new InetAddress[known.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = InetAddress.getByAddress(name, known.get(i));
    }
    return all;
  }

  @Override
  public String getHostByAddr(byte[] address) throws UnknownHostException {
    for (Map.Entry<String, List<byte[]>> entry : addresses().entrySet()) {
      if (entry.getValue().stream().anyMatch(known -> Arrays.equals(known, address))) {
        return entry.getKey();
      }
    }
    throw new UnknownHostException("no name for this address");
  }
}
