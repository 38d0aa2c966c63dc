package io.cioagent.instrumentation;

/** A shape and the handler that its code calls. */
final class PlacedShape {
  final Shape shape;

  /** The number of the handler. */
  final int point;

  PlacedShape(Shape shape, int point) {
    this.shape = shape;
    this.point = point;
  }
}
