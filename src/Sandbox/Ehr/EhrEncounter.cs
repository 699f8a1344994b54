using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>The open encounter of a patient: the EHR has one each, named after the person.</summary>
internal static class EhrEncounter
{
    private const string Prefix = "97";

    public static string Of(SourcePerson person) => $"{Prefix}{person.PersonId}";

    public static string? PatientOf(string encounterId) =>
        encounterId.StartsWith(Prefix, StringComparison.Ordinal)
            ? encounterId[Prefix.Length..]
            : null;
}
