using System.Text.RegularExpressions;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>The scopes that a launch asks for.</summary>
internal sealed partial class SmartScopes(string text)
{
    private const string EhrLaunch = "launch";
    private const string PatientPicker = "launch/patient";

    private readonly string[] _all = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether an EHR launch can be asked for.</summary>
    public bool AsksForLaunch => _all.Contains(EhrLaunch);

    /// <summary>Whether the user is asked for.</summary>
    public bool AsksForUser => _all.Contains("openid") && _all.Contains("fhirUser");

    /// <summary>Whether the FHIR Patient is asked for, in the words of either version of the scopes.</summary>
    public bool AsksForPatient => _all.Any(scope => ReadsPatient().IsMatch(scope));

    /// <summary>The scope of an authorization request.</summary>
    public string For(SmartLaunchKind kind) =>
        kind == SmartLaunchKind.Ehr
            ? string.Join(' ', _all)
            : string.Join(' ', _all.Select(scope => scope == EhrLaunch ? PatientPicker : scope));

    [GeneratedRegex(@"^(patient|user)/(Patient|\*)\.(read|\*|c?ru?d?s?)\z")]
    private static partial Regex ReadsPatient();
}
