package org.esppadom;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What comes one after the other, as a stream. */
final class Steps {
  private Steps() {}

  /** Asks {@code next} until there is none; closing the stream runs {@code close}. */
  static <T> Stream<T> stream(Supplier<Optional<T>> next, Runnable close) {
    Iterator<T> all = new Iterator<>() {
      private Optional<T> waiting = Optional.empty();

      @Override
      public boolean hasNext() {
        if (waiting.isEmpty()) waiting = next.get();
        return waiting.isPresent();
      }

      @Override
      public T next() {
        if (!hasNext()) throw new NoSuchElementException();
        T one = waiting.get();
        waiting = Optional.empty();
        return one;
      }
    };
    int kind = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, kind), false).onClose(close);
  }
}
