using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Results;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Results;

/// <summary>Potassium results, as sources send them.</summary>
internal static class ResultSample
{
    public static readonly RecordSection<Observation> Section = RecordSections.Results(
        Sample.Clients()
    );

    public static Observation Potassium(
        string when,
        string value,
        string unit = "mmol/L",
        string? flag = null,
        string source = Sample.Partition,
        (string Low, string High)? range = null
    ) =>
        new()
        {
            Id = $"{when}/{value}/{source}",
            SourceIdentifier = new(source, when),
            Code = new CodeableConcept
            {
                Text = "Potassium",
                Codings =
                [
                    new Coding(
                        CodeSystems.Loinc,
                        "2823-3",
                        "Potassium [Moles/volume] in Serum or Plasma"
                    ),
                ],
            },
            Categories = [Sample.Text("Laboratory")],
            EffectiveOn = PartialDate.Parse(when),
            Value = new ObservationValue.Measured(Quantity(value, unit)),
            Interpretation = flag is null ? null : Sample.Text(flag),
            ReferenceRanges = range is var (low, high)
                ? [new ReferenceRange { Low = Quantity(low, unit), High = Quantity(high, unit) }]
                : [],
        };

    public static Observation Worded(string when, string text) =>
        Potassium(when, "0") with
        {
            Id = $"{when}/{text}",
            Value = new ObservationValue.Worded(text),
        };

    /// <summary>A blood pressure, which comes in two parts and has no value of its own.</summary>
    public static Observation BloodPressure(
        string when,
        string systolic,
        string diastolic,
        string? flag = null,
        string source = Sample.Partition
    ) =>
        new()
        {
            Id = $"{when}/{systolic}/{diastolic}/{source}",
            SourceIdentifier = new(source, when),
            Code = new CodeableConcept
            {
                Text = "Blood pressure",
                Codings = [new Coding(CodeSystems.Loinc, "85354-9", null)],
            },
            Categories = [Sample.Text("Vital Signs")],
            EffectiveOn = PartialDate.Parse(when),
            Components =
            [
                Part("8480-6", "Systolic", systolic, flag, ("90", "140")),
                Part("8462-4", "Diastolic", diastolic, null, ("60", "90")),
            ],
        };

    private static ObservationComponent Part(
        string loinc,
        string name,
        string value,
        string? flag,
        (string Low, string High) range
    ) =>
        new()
        {
            Code = new CodeableConcept
            {
                Text = name,
                Codings = [new Coding(CodeSystems.Loinc, loinc, null)],
            },
            Value = new ObservationValue.Measured(Quantity(value, "mmHg")),
            Interpretation = flag is null ? null : Sample.Text(flag),
            ReferenceRanges =
            [
                new ReferenceRange
                {
                    Low = Quantity(range.Low, "mmHg"),
                    High = Quantity(range.High, "mmHg"),
                },
            ],
        };

    public static IReadOnlyList<ResultSeries> Series(params Observation[] results) =>
        ResultSeries.Of(Section, Section.Order(results));

    public static ResultSeries One(params Observation[] results) => Assert.Single(Series(results));

    private static Quantity Quantity(string value, string unit) =>
        value[0] is '<' or '>'
            ? new Quantity
            {
                Comparator = value[..1],
                Value = value[1..],
                Unit = Sample.Text(unit),
            }
            : new Quantity { Value = value, Unit = Sample.Text(unit) };
}
