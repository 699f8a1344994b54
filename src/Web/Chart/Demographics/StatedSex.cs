using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Demographics;

/// <summary>What a source says of a patient's gender or sex, under the name of the field that says it.</summary>
/// <param name="Field">Gender, or sex at birth where the source records no gender.</param>
/// <param name="Value">What is recorded; null where neither is.</param>
public sealed record StatedSex(DemographicField Field, string? Value)
{
    /// <summary>The field's name as the demographics have it.</summary>
    public Phrase Label => Field.Name;

    /// <summary>Whether it is the sex at birth, which does not tell the gender.</summary>
    public bool IsBirthSex => Field == DemographicFields.BirthSex;

    /// <summary>Reads it: the gender first.</summary>
    public static StatedSex Of(DemographicRecord record) =>
        record.Gender?.Display is { } gender ? new(DemographicFields.Gender, gender)
        : record.BirthSex?.Display is { } sex ? new(DemographicFields.BirthSex, sex)
        : new(DemographicFields.Gender, null);
}
