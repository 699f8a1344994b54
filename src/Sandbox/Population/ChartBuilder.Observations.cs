using System.Globalization;
using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

internal sealed partial class ChartBuilder
{
    private const int EventCodeSet = 72;

    private readonly List<Observation> _observations = [];

    /// <summary>Measures what a nurse measures at every visit.</summary>
    public void Vitals(Visit visit)
    {
        Measure(visit, LabTests.Systolic, LabTests.Diastolic, LabTests.HeartRate);
        Measure(visit, LabTests.RespiratoryRate, LabTests.Temperature, LabTests.Saturation);
        Measure(visit, LabTests.Weight, LabTests.Height, LabTests.BodyMassIndex);
    }

    /// <summary>Measures, and reports what the body gives.</summary>
    public void Measure(Visit visit, params IReadOnlyList<LabTest> tests)
    {
        foreach (var test in tests)
            Report(visit, test, Body.Measure(test, visit.Day));
    }

    /// <summary>Reports a value as the laboratory prints it, with what it thinks of it.</summary>
    public void Report(Visit visit, LabTest test, double value)
    {
        var rounded = Math.Round(value, test.Decimals, MidpointRounding.AwayFromZero);
        var below = test.Detection is { } detection && rounded < detection;
        var text = below
            ? "<" + Number(test.Detection!.Value, test.Decimals)
            : Number(rounded, test.Decimals);
        Report(visit, test, text, below ? "N" : Judge(test, rounded, visit.Day));
    }

    /// <summary>Reports a quantity in the words of the laboratory.</summary>
    public void Report(Visit visit, LabTest test, string value, string? interpretation)
    {
        visit.Findings.Add(
            $"{test.Name} {value} {test.Unit.Text}{(interpretation is null or "N" ? "" : $" ({interpretation})")}"
        );
        // Not every source says what it thinks of a value.
        var judged =
            interpretation is not null && Random.Chance(interpretation == "N" ? 0.75 : 0.93);
        Observe(
            visit,
            test,
            Measured(test, value),
            judged ? Interpretation(interpretation!) : null,
            Ranges(test, visit.Day),
            interpretation is "HH" or "LL" ? "Called to the ward and read back." : null
        );
    }

    /// <summary>Reports a coded finding.</summary>
    public void Report(Visit visit, LabTest test, Term finding)
    {
        visit.Findings.Add($"{test.Name}: {finding.Display}");
        Observe(
            visit,
            test,
            new ObservationValue
            {
                Type = "CODEABLE_CONCEPT",
                CodeableConcept = Concepts.Of(finding, finding.Display),
            },
            null,
            null
        );
    }

    /// <summary>Reports words.</summary>
    public void Report(Visit visit, LabTest test, string words)
    {
        visit.Findings.Add($"{test.Name}: {words}");
        Observe(visit, test, new ObservationValue { Type = "TEXT", Text = words }, null, null);
    }

    /// <summary>Reports a value that was taken at a moment of its own.</summary>
    public void ReportAt(Visit visit, LabTest test, DateTimeOffset taken, double value)
    {
        Report(visit, test, value);
        _observations[^1] = _observations[^1] with
        {
            EffectiveOn = RecordDates.Instant(visit.Source, taken),
        };
    }

    /// <summary>
    /// Reports what is measured as one and has parts, each with a value, a flag and a range of its own; some sources say
    /// it in words too, and some in the parts alone.
    /// </summary>
    public void ReportPanel(Visit visit, LabTest panel, bool isInWords, params LabTest[] parts)
    {
        var values = parts
            .Select(part => Math.Round(Body.Measure(part, visit.Day), part.Decimals))
            .ToList();
        var words =
            $"{string.Join('/', values.Zip(parts, (value, part) => Number(value, part.Decimals)))} {panel.Unit.Text}";
        visit.Findings.Add($"{panel.Name} {words}");
        Observe(
            visit,
            panel,
            isInWords ? new ObservationValue { Type = "TEXT", Text = words } : null,
            null,
            null
        );
        _observations[^1] = _observations[^1] with
        {
            Components =
            [
                .. parts.Zip(
                    values,
                    (part, value) =>
                        new ObservationComponent
                        {
                            Code = Concepts.Of(part.Code, part.Name),
                            Value = Measured(part, Number(value, part.Decimals)),
                            Interpretation = Judge(part, value, visit.Day) is { } judged
                                ? Interpretation(judged)
                                : null,
                            ReferenceRanges = Ranges(part, visit.Day),
                        }
                ),
            ],
        };
    }

    public int ObservationCount => _observations.Count;

    private void Observe(
        Visit visit,
        LabTest test,
        ObservationValue? value,
        CodeableConcept? interpretation,
        IReadOnlyList<ReferenceRange>? ranges,
        string? note = null
    )
    {
        var name = Next("observation");
        // Blood is drawn during the visit and reported at the time it was drawn.
        var taken = visit.Start.AddMinutes(test.Category == LabTest.Laboratory ? 20 : 5);
        _observations.Add(
            new Observation
            {
                Id = _ids.Uuid("observation", name),
                Aliases =
                    visit.Source.Kind == SourceKind.Hospital
                        ?
                        [
                            new Alias
                            {
                                System = CodeSystems.ClinicalEvent,
                                Value = _ids.Uuid("event", name),
                            },
                        ]
                        : null,
                Code = Coded(visit.Source, test.Code, EventCodeSet, test.Name),
                Category = TextOnly
                    ? [Concepts.Words(test.Category)]
                    :
                    [
                        Concepts.Of(
                            CodeSystems.ObservationCategory,
                            test.Category,
                            CategoryText(test)
                        ),
                    ],
                Status = Statuses.Observation(Random.Chance(0.02) ? "amended" : "final"),
                EffectiveOn = RecordDates.Instant(visit.Source, taken),
                Value = value,
                Interpretation = interpretation,
                ReferenceRanges = ranges,
                Encounter = visit.Reference,
                Notes = note is null ? null : [new Note { Text = note }],
                SourceIdentifier = From(visit.Source, "observation", name),
            }
        );
    }

    private ObservationValue Measured(LabTest test, string value) =>
        new()
        {
            Type = "QUANTITY",
            Quantity = new Quantity
            {
                Value = value,
                Unit = TextOnly ? Concepts.Words(test.Unit.Text) : Concepts.Of(test.Unit),
            },
        };

    private static string CategoryText(LabTest test) =>
        test.Category switch
        {
            LabTest.Laboratory => "Laboratory",
            LabTest.VitalSigns => "Vital Signs",
            LabTest.SocialHistory => "Social History",
            _ => "Survey",
        };

    private static CodeableConcept Interpretation(string code) =>
        Concepts.Of(
            CodeSystems.Interpretation,
            code,
            code switch
            {
                "H" => "High",
                "HH" => "Critical high",
                "L" => "Low",
                "LL" => "Critical low",
                "A" => "Abnormal",
                _ => "Normal",
            }
        );

    // Ranges for adults do not fit children; without one nothing is judged.
    private bool HasRange(LabTest test, DateOnly day) =>
        (test.Low is not null || test.High is not null) && day >= Birthday(16);

    private string? Judge(LabTest test, double value, DateOnly day) =>
        !HasRange(test, day) ? null
        : value > test.PanicHigh ? "HH"
        : value < test.PanicLow ? "LL"
        : value > test.HighFor(Person.Sex) ? "H"
        : value < test.LowFor(Person.Sex) ? "L"
        : "N";

    private ReferenceRange[]? Ranges(LabTest test, DateOnly day)
    {
        if (!HasRange(test, day))
            return null;
        var (low, high) = (test.LowFor(Person.Sex), test.HighFor(Person.Sex));
        return
        [
            new ReferenceRange
            {
                Low = Limit(low),
                High = Limit(high),
                Text =
                    low is { } from && high is { } to
                        ? $"{Number(from, test.Decimals)}–{Number(to, test.Decimals)}"
                    : low is { } least ? $"≥ {Number(least, test.Decimals)}"
                    : $"≤ {Number(high!.Value, test.Decimals)}",
            },
        ];

        Quantity? Limit(double? limit) =>
            limit is { } value
                ? new Quantity
                {
                    Value = Number(value, test.Decimals),
                    Unit = Concepts.Of(test.Unit),
                }
                : null;
    }

    private static string Number(double value, int decimals) =>
        value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
