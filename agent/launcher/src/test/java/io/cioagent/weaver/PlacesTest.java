package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cioagent.instrumentation.Adapter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlacesTest {

  /** Each adapter counts its failures under the name of its package. */
  @Test
  void everyRoomWithAnAdapterIsAPlaceFromTheStart() throws IOException {
    Set<String> expected = new TreeSet<>();
    expected.add("weaver");
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.cioagent.instrumentation")) {
      if (each.isAssignableTo(Adapter.class) && !each.isEquivalentTo(Adapter.class)) {
        String room = each.getPackageName();
        if (!room.equals("io.cioagent.instrumentation")) {
          expected.add(room.substring(room.lastIndexOf('.') + 1));
        }
      }
    }
    assertThat(Places.of(listed())).containsAll(expected).hasSizeLessThan(50);
  }

  private static Collection<String> listed() throws IOException {
    Properties list = new Properties();
    try (InputStream in =
        PlacesTest.class.getResourceAsStream("/META-INF/customerio-agent/woven-classes")) {
      list.load(in);
    }
    return list.values().stream().map(String::valueOf).collect(Collectors.toList());
  }
}
