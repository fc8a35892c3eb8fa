package org.esppadom;

import java.lang.ref.Cleaner;
import java.util.function.Consumer;

/** Something of the library that stays open between calls. Calls wait for each other; after the end they are refused. */
final class Session implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  /** Knows the handle and nothing of the session, so that the session can become unreachable. */
  private static final class Handle implements Runnable {
    private long value;

    Handle(long value) {
      this.value = value;
    }

    @Override
    public synchronized void run() {
      long ended = value;
      value = 0;
      if (ended != 0) NativeLibrary.close(ended);
    }

    synchronized byte[] next(int operation, byte[] request) {
      if (value == 0) throw new EsppadomException("closed", "used after it was closed");
      return NativeLibrary.next(value, operation, request);
    }
  }

  private final Handle handle;
  private final Cleaner.Cleanable cleanable;

  Session(long value) {
    handle = new Handle(value);
    cleanable = CLEANER.register(this, handle);
  }

  WireReader next(int operation, Consumer<WireWriter> request) {
    return Border.answer(handle.next(operation, Border.bytes(request)));
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}
