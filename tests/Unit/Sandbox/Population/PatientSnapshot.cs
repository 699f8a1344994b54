using System.Globalization;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population;

/// <summary>One patient as a caller sees them.</summary>
public sealed record PatientSnapshot(
    string Id,
    string Name,
    string Title,
    IReadOnlyDictionary<string, List<JsonElement>> Records
)
{
    public const string Loinc = "2.16.840.1.113883.6.1";
    public const string Icd10 = "2.16.840.1.113883.6.90";
    public const string RxNorm = "2.16.840.1.113883.6.88";
    public const string Snomed = "2.16.840.1.113883.6.96";

    public List<JsonElement> this[string plural] => Records[plural];

    /// <summary>What the hospital has on file.</summary>
    public JsonElement Identity => this["demographics"][0];

    public string Born => Identity.Text("birthDate")!;

    public string? Died => Identity.Text("deathDate");

    public bool IsFemale => Identity.Text("birthSex") == "Female";

    /// <summary>How old the patient was on a day.</summary>
    public int YearsOn(DateOnly day)
    {
        var born = DateOnly.Parse(Born, CultureInfo.InvariantCulture);
        var years = day.Year - born.Year;
        return day < born.AddYears(years) ? years - 1 : years;
    }

    /// <summary>By how much the last third of a test's values lies above the first.</summary>
    public double Change(string loinc)
    {
        var values = Values(loinc).Select(value => value.Value).ToList();
        var third = Math.Max(1, values.Count / 3);
        return values.TakeLast(third).Average() - values.Take(third).Average();
    }

    /// <summary>The numeric values of a test, oldest first.</summary>
    public IReadOnlyList<(DateTimeOffset On, double Value)> Values(string loinc) =>
        [
            .. this["observations"]
                .Where(record => record.Code(Loinc) == loinc)
                .Select(record =>
                    (On: Instant(record.Text("effectiveOn")!), Text: record.QuantityText())
                )
                .Where(value =>
                    double.TryParse(
                        value.Text,
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture,
                        out _
                    )
                )
                .Select(value =>
                    (value.On, double.Parse(value.Text!, CultureInfo.InvariantCulture))
                )
                .OrderBy(value => value.On),
        ];

    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override string ToString() => Name;
}
