// Makes the tables of the page sortable and searchable and draws its charts. Everything shown is in the page already:
// without this script it reads the same.
(() => {
  "use strict";
  const page = JSON.parse(document.getElementById("page-data").textContent);

  // -- tables ---------------------------------------------------------------------------------------------------------

  // A cell says in `data-value` what a machine reads; the text is for people.
  const exported = (_html, _row, _column, cell) => cell.dataset.value ?? cell.textContent;
  const title = (_html, _column, cell) => cell.dataset.key ?? cell.textContent.trim();

  const tables = [...document.querySelectorAll("table.rows")].map(
    (table) =>
      new DataTable(table, {
        autoWidth: false,
        language: page.tables,
        order: [],
        pageLength: 25,
        lengthMenu: [25, 100, { label: page.tables.all, value: -1 }],
        layout: {
          topStart: {
            buttons: [
              {
                extend: "csv",
                text: page.tables.csv,
                filename: `${page.file}-${table.id}`,
                bom: true,
                title: null,
                exportOptions: { format: { body: exported, header: title } },
              },
            ],
          },
          topEnd: { search: { placeholder: "" } },
          bottomStart: ["pageLength", "info"],
          bottomEnd: "paging",
        },
      }),
  );

  // Paper has no next page to click for: print all rows, then go back to where the reader was.
  let lengths = [];
  addEventListener("beforeprint", () => {
    lengths = tables.map((table) => [table.page.len(), table.page()]);
    for (const table of tables) table.page.len(-1).draw();
  });
  addEventListener("afterprint", () => {
    tables.forEach((table, i) => {
      table.page.len(lengths[i][0]).draw();
      table.page(lengths[i][1]).draw("page");
    });
  });

  // -- charts ---------------------------------------------------------------------------------------------------------

  const plain = new Intl.NumberFormat(page.locale, { maximumFractionDigits: 2 });
  const euros = new Intl.NumberFormat(page.locale, { style: "currency", currency: "EUR" });
  const shown = {
    number: (value) => plain.format(value),
    amount: (value) => euros.format(value),
    percent: (value) => `${plain.format(value)} %`,
    seconds: (value) => `${plain.format(value)} h`,
  };
  const scale = { seconds: 3600 };
  const colours = ["#1d4f91", "#c2571a", "#3f7d3a", "#7a4b9a", "#8a6d1c", "#2a7f86"];
  const limit = { borderDash: [6, 4], pointRadius: 3, borderWidth: 2, fill: false, order: -1 };

  for (const chart of page.charts) {
    const datasets = chart.series.map((one, i) => ({
      label: one.label,
      data: one.values.map((value) => (value === null ? null : value / (scale[chart.kind] ?? 1))),
      type: one.limit ? "line" : chart.shape,
      backgroundColor: colours[i % colours.length],
      borderColor: colours[i % colours.length],
      spanGaps: false,
      ...(one.limit ? limit : {}),
    }));
    new Chart(document.getElementById(chart.canvas), {
      type: chart.shape,
      data: { labels: chart.labels, datasets },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        interaction: { mode: "index", intersect: false },
        plugins: {
          legend: { display: chart.series.length > 1, position: "bottom" },
          tooltip: { callbacks: { label: (item) => `${item.dataset.label} : ${shown[chart.kind](item.parsed.y)}` } },
        },
        scales: {
          x: { stacked: chart.stacked, grid: { display: false } },
          y: { stacked: chart.stacked, beginAtZero: true, ticks: { callback: shown[chart.kind] } },
        },
      },
    });
  }
})();
