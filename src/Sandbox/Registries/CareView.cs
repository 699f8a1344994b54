using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Registries;

/// <summary>A chart as the registries look at it.</summary>
internal sealed class CareView(Person person, Chart chart)
{
    private IReadOnlyList<ChartFact>? _problems;

    /// <summary>Most charts are results for the most part, and most measures look for some: they are read once.</summary>
    private ILookup<string, ChartFact>? _results;

    public DateOnly Today => person.Today;

    public Person Person => person;

    public int Years => Age.Years(person.Born, Today);

    /// <summary>The problems by their billing codes.</summary>
    public IReadOnlyList<ChartFact> Problems =>
        _problems ??= OncePerRecord(
            ChartFact.In(chart.Conditions, "assertedOn").Where(fact => IsBilling(fact.Code))
        );

    /// <summary>The problems whose billing code begins so.</summary>
    public IReadOnlyList<ChartFact> Diagnosed(string billingCode) =>
        [.. Problems.Where(x => x.Code.StartsWith(billingCode, StringComparison.Ordinal))];

    public IReadOnlyList<ChartFact> Results(LabTest test)
    {
        _results ??= ChartFact.In(chart.Observations, "effectiveOn").ToLookup(fact => fact.Code);
        return OncePerRecord(_results[test.Code.Code]);
    }

    public IReadOnlyList<ChartFact> Procedures(Term procedure) =>
        OncePerRecord(
            ChartFact.In(chart.Procedures, "start").Where(fact => fact.Code == procedure.Code)
        );

    public IReadOnlyList<ChartFact> Vaccinations(Vaccine vaccine) =>
        OncePerRecord(
            ChartFact
                .In(chart.Immunizations, "occurredOn")
                .Where(fact => fact.Code == vaccine.Code.Code)
        );

    private static bool IsBilling(string code) =>
        code.Length > 2 && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiDigit(code[1]);

    private static IReadOnlyList<ChartFact> OncePerRecord(IEnumerable<ChartFact> facts) =>
        [.. facts.DistinctBy(fact => fact.RecordId)];
}
