namespace HeiChartViewer.Bench.Chart;

/// <summary>What a reader does in a large section, in JavaScript: what is done, and when its answer stands on the page.</summary>
internal static class ChartInputs
{
    private const string Filter = "document.querySelector('section input[type=search]')";
    private const string FilterIsClear =
        "!document.querySelector('section .tools .chip') && document.querySelectorAll('table[data-records] tbody tr').length === 50";
    private const string SortedColumn = "document.querySelectorAll('button.sort')[2]";
    private const string FindBox = "document.querySelector('#find-in-chart')";

    /// <summary>Each input as a reader meets it, and the steps back, which are not counted.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<Step> Steps)> All { get; } =
    [
        (
            "filter",
            [
                new(
                    $"benchType({Filter}, 'potassium')",
                    "document.querySelector('section .tools .chip')?.textContent.includes('potassium')"
                ),
                new($"benchType({Filter}, '')", FilterIsClear) { IsCounted = false },
            ]
        ),
        (
            "sort",
            [
                new($"{SortedColumn}.click()", "document.querySelector('th[aria-sort=ascending]')"),
                new($"{SortedColumn}.click()", "document.querySelector('th[aria-sort=descending]')")
                {
                    IsCounted = false,
                },
                new($"{SortedColumn}.click()", "!document.querySelector('th[aria-sort]')")
                {
                    IsCounted = false,
                },
            ]
        ),
        (
            "chart search",
            [
                new(
                    $"benchType({FindBox}, 'potassium'); {FindBox}.form.requestSubmit()",
                    "document.querySelector('.found li[data-hit]')"
                ),
                new(
                    "document.querySelector('.found header button').click()",
                    "!document.querySelector('.found')"
                )
                {
                    IsCounted = false,
                },
            ]
        ),
        (
            "results by test and day",
            [
                new(
                    Button("By test and day"),
                    "document.querySelector('table[data-records=flowsheet]')"
                ),
                new(Button("Every result"), "document.querySelector('button.sort')")
                {
                    IsCounted = false,
                },
            ]
        ),
        (
            "open graph",
            [
                new(
                    Button("By test and day"),
                    "document.querySelector('table[data-records=flowsheet]')"
                )
                {
                    IsCounted = false,
                },
                new(
                    "document.querySelector('table[data-records=flowsheet] button.name').click()",
                    "document.querySelector('svg[role=group]')"
                ),
                new(Button("Every result"), "document.querySelector('button.sort')")
                {
                    IsCounted = false,
                },
            ]
        ),
    ];

    private static string Button(string words) =>
        $"[...document.querySelectorAll('.choices button')].find(button => button.textContent === '{words}').click()";

    /// <summary>One input.</summary>
    /// <param name="Act">What is done.</param>
    /// <param name="IsAnswered">Whether the answer stands on the page.</param>
    internal sealed record Step(string Act, string IsAnswered)
    {
        /// <summary>Whether its time is part of the figure.</summary>
        public bool IsCounted { get; init; } = true;
    }
}
