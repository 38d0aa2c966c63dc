package io.cioagent.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Data of any shape and size. */
class DataWalkTest {
  private static final DataRules RULES =
      new DataRules(Collections.emptyList(), new UserIds(UserIdMode.AUTO));

  private static Object masked(Object data) {
    return RULES.mask(data, null).tree();
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  @Test
  void circlesAndDepthsEnd() {
    Map<String, Object> circle = new HashMap<>();
    circle.put("again", Collections.singletonList(circle));
    assertThat(masked(circle)).isEqualTo(map("again", Collections.singletonList("[CYCLE]")));

    Object deep = "x";
    for (int i = 0; i < 10_000; i++) {
      deep = Collections.singletonList(deep);
    }
    assertThat(masked(deep).toString()).contains("[CUT]").hasSizeLessThan(100);
  }

  @Test
  void sameObjectTwiceIsNoCircle() {
    List<Object> twice = Collections.singletonList(1);
    assertThat(masked(Arrays.asList(twice, twice))).isEqualTo(Arrays.asList(twice, twice));
  }

  @Test
  void sizesAreBounded() {
    List<Object> many = new ArrayList<>(Collections.nCopies(1_000_000, "x"));
    MaskedData data = RULES.mask(map("a", 1, "many", many, "z", 1), null);
    assertThat(data.tree().toString()).endsWith("[CUT]], ...=[CUT]}").hasSizeLessThan(10_000);

    char[] text = new char[10_000_000];
    Arrays.fill(text, 'x');
    assertThat(masked(new String(text)).toString()).endsWith("...").hasSizeLessThan(10_000);
  }

  @Test
  void whatIsCutLeavesNoHalfOfAnAddress() {
    char[] before = new char[16_384 - 12];
    Arrays.fill(before, 0, before.length, ' ');
    String half = new String(before) + "jane@longer.example.com";
    for (int i = 0; i < half.length(); i += 2) {
      // So many that what remains is short enough not to be cut for its length.
      before[i / 2] = ' ';
    }
    StringBuilder addresses = new StringBuilder();
    while (addresses.length() < 16_384 - 28) {
      addresses.append("somebody.whose.name.is.long@example.com ");
    }
    addresses.setLength(16_384 - 12);
    String text = addresses.append(" jane@longer.example.com").toString();
    assertThat(masked(half).toString()).doesNotContain("jane");
    assertThat(masked(text).toString()).doesNotContain("jane").endsWith("...");
  }

  @Test
  void whatCannotBeReadIsMarked() {
    Map<String, Object> broken =
        new AbstractMap<String, Object>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            throw new IllegalStateException("closed");
          }
        };
    assertThat(masked(broken)).isEqualTo("[UNREADABLE]");
    assertThat(masked(map("a", broken, "b", 1))).isEqualTo(map("a", "[UNREADABLE]", "b", 1));
    CharSequence mute =
        new CharSequence() {
          @Override
          public int length() {
            return 1;
          }

          @Override
          public char charAt(int index) {
            return 'x';
          }

          @Override
          public CharSequence subSequence(int start, int end) {
            return this;
          }

          @Override
          public String toString() {
            throw new StackOverflowError();
          }
        };
    assertThat(masked(Arrays.asList(mute, 1))).isEqualTo(Arrays.asList("[UNREADABLE]", 1));
  }

  @Test
  void whatChangesMeanwhileIsMarked() {
    List<Object> changing = new ArrayList<>();
    changing.add(
        new AbstractMap<String, Object>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            changing.add("one more");
            return Collections.emptySet();
          }
        });
    changing.add("last");
    assertThat(masked(map("changing", changing))).isEqualTo(map("changing", "[UNREADABLE]"));
  }

  @Test
  void endlessCollectionsEnd() {
    Iterable<Object> endless =
        () ->
            new Iterator<Object>() {
              @Override
              public boolean hasNext() {
                return true;
              }

              @Override
              public Object next() {
                return 1;
              }
            };
    Object collection =
        new java.util.AbstractCollection<Object>() {
          @Override
          public Iterator<Object> iterator() {
            return endless.iterator();
          }

          @Override
          public int size() {
            return Integer.MAX_VALUE;
          }
        };
    assertThat(masked(collection).toString()).endsWith(", [CUT]]").hasSizeLessThan(10_000);
  }
}
