package io.cioagent.core.privacy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Determines which maps and collections may be iterated: those of the JDK that store their elements
 * themselves. Any other may block, send SQL or count accesses, and so may JDK wrappers of others.
 */
final class Contents {
  private static final String UTIL = "java.util.";

  /** Classes that store their elements; their nested views are included. */
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

  /** Nested classes that store their elements, of classes that also contain wrappers. */
  private static final Set<String> NESTED_HOLDERS =
      names(
          "Arrays$ArrayList Collections$EmptyMap Collections$EmptyList Collections$EmptySet"
              + " Collections$SingletonMap Collections$SingletonList Collections$SingletonSet"
              + " Collections$CopiesList Properties$EntrySet");

  /** Iterated by their own methods alone, so subclasses may be iterated as well. */
  private static final Set<String> EXTENSIBLE =
      names(
          "HashMap LinkedHashMap TreeMap ArrayList HashSet LinkedHashSet"
              + " concurrent.ConcurrentHashMap");

  private static final String[] WRAPPERS = {
    UTIL + "Collections$Unmodifiable",
    UTIL + "Collections$Synchronized",
    UTIL + "Collections$Checked",
  };

  /** The fields of the wrappers that contain the wrapped map or collection. */
  private static final String[] WRAPPED = {"m", "c"};

  private static final int MOST_WRAPPERS = 8;

  private static final ClassValue<Boolean> HOLDS =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return type.getClassLoader() == null ? isHolder(type.getName()) : isPlainSubclass(type);
        }
      };

  private Contents() {}

  /**
   * The container to iterate instead of {@code raw}; in most cases {@code raw} itself.
   *
   * @param raw a map or collection
   * @return null if it must not be read
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

  /** For example an anonymous {@code HashMap}: only methods of the JDK are used to iterate it. */
  private static boolean isPlainSubclass(Class<?> type) {
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

  /** Null if the JDK does not permit access. */
  private static @Nullable Object unwrapped(Object wrapper) {
    for (Class<?> type = wrapper.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (String name : WRAPPED) {
        try {
          Field field = type.getDeclaredField(name);
          field.setAccessible(true);
          Object wrapped = field.get(wrapper);
          return wrapped instanceof Map || wrapped instanceof Collection ? wrapped : null;
        } catch (NoSuchFieldException e) {
          // Try the other name, then the superclass.
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
