package io.cioagent.core.privacy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which maps and collections may be walked through: those of the JDK that hold what is in them. Any
 * other may block, send SQL or count when it is looked at, and so may those of the JDK that only
 * stand before another.
 */
final class Contents {
  private static final String UTIL = "java.util.";

  /** With the views that are nested in them. */
  private static final Set<String> HOLDERS =
      names(
          "HashMap LinkedHashMap TreeMap Hashtable Properties IdentityHashMap WeakHashMap EnumMap"
              + " ArrayList LinkedList Vector Stack ArrayDeque PriorityQueue HashSet LinkedHashSet"
              + " TreeSet RegularEnumSet JumboEnumSet ImmutableCollections"
              + " concurrent.ConcurrentHashMap concurrent.ConcurrentSkipListMap"
              + " concurrent.ConcurrentSkipListSet concurrent.CopyOnWriteArrayList"
              + " concurrent.CopyOnWriteArraySet concurrent.ConcurrentLinkedQueue"
              + " concurrent.ConcurrentLinkedDeque concurrent.LinkedBlockingQueue"
              + " concurrent.LinkedBlockingDeque concurrent.ArrayBlockingQueue");

  /** Nested in classes that also have wrappers. */
  private static final Set<String> NESTED_HOLDERS =
      names(
          "Arrays$ArrayList Collections$EmptyMap Collections$EmptyList Collections$EmptySet"
              + " Collections$SingletonMap Collections$SingletonList Collections$SingletonSet"
              + " Collections$CopiesList Properties$EntrySet");

  /** Walked through by their own methods alone, so that a class that extends them may be, too. */
  private static final Set<String> EXTENSIBLE =
      names(
          "HashMap LinkedHashMap TreeMap ArrayList HashSet LinkedHashSet"
              + " concurrent.ConcurrentHashMap");

  private static final String[] WRAPPERS = {
    UTIL + "Collections$Unmodifiable",
    UTIL + "Collections$Synchronized",
    UTIL + "Collections$Checked",
  };

  /** Of those, the fields that hold what is wrapped: a map or a collection. */
  private static final String[] WRAPPED = {"m", "c"};

  private static final int MOST_WRAPPERS = 8;

  private static final ClassValue<Boolean> HOLDS =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return type.getClassLoader() == null ? isHolder(type.getName()) : isPlainHeir(type);
        }
      };

  private Contents() {}

  /**
   * What to walk through instead of {@code raw}, itself in most cases.
   *
   * @param raw a map or collection
   * @return null where it must not be looked at
   */
  static @Nullable Object of(Object raw) {
    Object contents = raw;
    for (int i = 0; contents != null && i < MOST_WRAPPERS; i++) {
      if (HOLDS.get(contents.getClass())) {
        return contents;
      }
      contents = isWrapper(contents.getClass()) ? unwrapped(contents) : null;
    }
    return null;
  }

  private static boolean isHolder(String name) {
    int nested = name.indexOf('$');
    return HOLDERS.contains(nested < 0 ? name : name.substring(0, nested))
        || NESTED_HOLDERS.contains(name);
  }

  /** As an anonymous {@code HashMap} that fills itself: all that is walked is the JDK's. */
  private static boolean isPlainHeir(Class<?> type) {
    Class<?> base = type;
    while (base.getClassLoader() != null) {
      base = base.getSuperclass();
    }
    if (!EXTENSIBLE.contains(base.getName())) {
      return false;
    }
    String walked = Map.class.isAssignableFrom(base) ? "entrySet" : "iterator";
    try {
      return type.getMethod(walked).getDeclaringClass().getClassLoader() == null;
    } catch (NoSuchMethodException | LinkageError | SecurityException e) {
      return false;
    }
  }

  private static boolean isWrapper(Class<?> type) {
    if (type.getClassLoader() == null) {
      for (String each : WRAPPERS) {
        if (type.getName().startsWith(each)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Null where the JDK does not show it. */
  private static @Nullable Object unwrapped(Object wrapper) {
    for (Class<?> type = wrapper.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (String name : WRAPPED) {
        try {
          Field field = type.getDeclaredField(name);
          field.setAccessible(true);
          Object wrapped = field.get(wrapper);
          return wrapped instanceof Map || wrapped instanceof Collection ? wrapped : null;
        } catch (NoSuchFieldException e) {
          // Perhaps the other, or the class above.
        } catch (IllegalAccessException | RuntimeException e) {
          return null;
        }
      }
    }
    return null;
  }

  private static Set<String> names(String names) {
    Set<String> all = new HashSet<>();
    for (String each : Arrays.asList(names.split(" "))) {
      all.add(UTIL + each);
    }
    return all;
  }
}
