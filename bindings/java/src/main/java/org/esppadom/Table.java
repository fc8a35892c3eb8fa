package org.esppadom;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Messages as columns, a batch of rows at a time: memory does not depend on the size of the files. Nothing is a
 * floating-point number. One thread at a time; others wait. To be closed.
 */
public final class Table implements AutoCloseable {
  private final Session session;
  private final List<TableColumn> columns;

  Table(TableRequest request) {
    session = Operations.openTable(request);
    columns = state().columns();
  }

  /** What the columns are, in their order. */
  public List<TableColumn> columns() {
    return columns;
  }

  /** The next batch, never an empty one; none at the end. */
  public synchronized Optional<TableBatch> next() {
    TableBuffers buffers = Operations.tableOn(session, new StateRequest());
    return buffers.rows() == 0 ? Optional.empty() : Optional.of(new TableBatch(columns, buffers));
  }

  /** All batches that follow. Closing the stream closes the table. */
  public Stream<TableBatch> stream() {
    return Steps.stream(this::next, this::close);
  }

  /** What was found so far that is wrong in the files; complete at the end. */
  public List<FindingRow> findings() {
    return state().findings();
  }

  /** Whether everything so far could be read as messages. */
  public boolean readable() {
    return state().readable();
  }

  private TableState state() {
    return Operations.tableNow(session, new StateRequest());
  }

  @Override
  public void close() {
    session.close();
  }
}
