package io.cioagent.core.operation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A node in the tree of path segments. Modified only while {@link Routes} is created. */
final class RouteNode {
  private static final RouteNode[] NO_CHILDREN = {};
  private static final RouteLeaf[] NO_LEAVES = {};

  private final @Nullable String literal;
  private RouteNode[] children = NO_CHILDREN;
  private int childCount;
  private @Nullable RouteNode placeholder;
  private RouteLeaf[] leaves = NO_LEAVES;

  RouteNode(@Nullable String literal) {
    this.literal = literal;
  }

  /** The child node for a segment of a template; created if it is new. */
  RouteNode child(String template, int from, int to) {
    if (to > from && template.charAt(from) == '{') {
      if (placeholder == null) {
        placeholder = new RouteNode(null);
      }
      return placeholder;
    }
    // The table is sorted: a row usually shares a prefix with the previous one.
    for (int i = childCount - 1; i >= 0; i--) {
      if (children[i].is(template, from, to)) {
        return children[i];
      }
    }
    if (childCount == children.length) {
      children = Arrays.copyOf(children, childCount * 2 + 2);
    }
    RouteNode child = new RouteNode(template.substring(from, to));
    children[childCount++] = child;
    return child;
  }

  void add(RouteLeaf leaf) {
    leaves = Arrays.copyOf(leaves, leaves.length + 1);
    leaves[leaves.length - 1] = leaf;
  }

  /**
   * The leaf for the segments of {@code path} from {@code from} to {@code end}; null if there is
   * none. Literal segments take precedence over placeholders, unless only the placeholder leads to
   * a match. The recursion is limited by the depth of the templates, not of the path.
   */
  @Nullable RouteLeaf find(String method, String path, int from, int end, int families) {
    int slash = path.indexOf('/', from);
    int to = slash < 0 || slash > end ? end : slash;
    for (int i = 0; i < childCount; i++) {
      if (children[i].is(path, from, to)) {
        RouteLeaf found = children[i].step(method, path, to, end, families);
        if (found != null) {
          return found;
        }
        break;
      }
    }
    return placeholder != null && to > from
        ? placeholder.step(method, path, to, end, families)
        : null;
  }

  private @Nullable RouteLeaf step(String method, String path, int to, int end, int families) {
    if (to < end) {
      return find(method, path, to + 1, end, families);
    }
    for (RouteLeaf leaf : leaves) {
      if ((leaf.families & families) != 0 && leaf.method.equals(method)) {
        return leaf;
      }
    }
    return null;
  }

  private boolean is(String path, int from, int to) {
    return literal != null && literal.length() == to - from && path.startsWith(literal, from);
  }
}
