package io.cioagent.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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
  void cyclesAndDeepDataAreCut() {
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
  void sameObjectTwiceIsNotACycle() {
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
  void cutTextContainsNoPartOfAnAddress() {
    char[] before = new char[16_384 - 12];
    Arrays.fill(before, 0, before.length, ' ');
    String half = new String(before) + "jane@longer.example.com";
    for (int i = 0; i < half.length(); i += 2) {
      // So many that the rest is short enough not to be truncated.
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

  /** Counts how often it is read. */
  private static class Lazy extends AbstractMap<String, Object> {
    int looks;

    @Override
    public Set<Entry<String, Object>> entrySet() {
      looks++;
      throw new IllegalStateException("no session");
    }

    @Override
    public String toString() {
      looks++;
      return "lazy";
    }
  }

  @Test
  void collectionsOutsideTheJdkAreNotRead() {
    Lazy lazy = new Lazy();
    String mark = "[" + Lazy.class.getName() + "]";
    assertThat(masked(lazy)).isEqualTo(mark);
    assertThat(masked(map("a", lazy, "b", 1))).isEqualTo(map("a", mark, "b", 1));
    assertThat(masked(Collections.singletonList(Optional.of(lazy))))
        .isEqualTo(Collections.singletonList(mark));
    assertThat(lazy.looks).isZero();
  }

  @Test
  void wrappersOfOtherCollectionsAreNotRead() {
    Lazy lazy = new Lazy();
    List<Object> views =
        Arrays.asList(
            Collections.unmodifiableMap(lazy),
            Collections.synchronizedMap(lazy),
            lazy.keySet(),
            lazy.values());
    for (Object view : views) {
      assertThat(masked(view)).asString().startsWith("[").endsWith("]");
    }
    assertThat(lazy.looks).isZero();
  }

  @Test
  void charSequencesOfTheApplicationAreNotRead() {
    CharSequence mute =
        new CharSequence() {
          @Override
          public int length() {
            throw new IllegalStateException();
          }

          @Override
          public char charAt(int index) {
            throw new IllegalStateException();
          }

          @Override
          public CharSequence subSequence(int start, int end) {
            throw new IllegalStateException();
          }

          @Override
          public String toString() {
            throw new StackOverflowError();
          }
        };
    assertThat(masked(Arrays.asList(mute, 1)))
        .isEqualTo(Arrays.asList("[" + mute.getClass().getTypeName() + "]", 1));
    assertThat(masked(Collections.singletonMap(mute, 1)))
        .isEqualTo(map("[" + mute.getClass().getTypeName() + "]", 1));
  }

  @Test
  @SuppressWarnings({"DoubleBraceInitialization", "serial"}) // what applications pass
  void anonymousSubclassOfHashMapIsRead() {
    assertThat(
            masked(
                new HashMap<String, Object>() {
                  {
                    put("plan", "pro");
                  }
                }))
        .isEqualTo(map("plan", "pro"));
    Map<String, Object> overriding =
        new HashMap<String, Object>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            throw new IllegalStateException("no session");
          }
        };
    overriding.put("plan", "pro");
    assertThat(masked(overriding)).isEqualTo("[" + overriding.getClass().getTypeName() + "]");
  }

  @Test
  void collectionsOfTheJdkAreRead() {
    Map<String, Object> ordered = map("a", 1, "b", 2);
    assertThat(masked(new TreeMap<>(ordered))).isEqualTo(ordered);
    assertThat(masked(new ConcurrentHashMap<>(ordered))).isEqualTo(ordered);
    assertThat(masked(ordered.keySet())).isEqualTo(Arrays.asList("a", "b"));
    assertThat(masked(ordered.values())).isEqualTo(Arrays.asList(1, 2));
    assertThat(masked(new ArrayList<>(Arrays.asList(1, 2, 3)).subList(1, 3)))
        .isEqualTo(Arrays.asList(2, 3));
    assertThat(masked(EnumSet.of(TimeUnit.DAYS))).isEqualTo(Collections.singletonList("DAYS"));
    assertThat(masked(new ArrayDeque<>(Arrays.asList(1, 2)))).isEqualTo(Arrays.asList(1, 2));
    assertThat(masked(Collections.emptyMap())).isEqualTo(map());
  }
}
