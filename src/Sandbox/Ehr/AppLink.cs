using System.Globalization;
using HeiChartViewer.Sandbox.Control;

namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>Where the chart viewer is and how the EHR launches it.</summary>
internal sealed class AppLink
{
    private volatile Uri _appUrl = new(new SandboxOptions().AppUrl);

    public Uri AppUrl
    {
        get => _appUrl;
        set => _appUrl = value;
    }

    public string Origin => AppUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>Where every launch goes.</summary>
    public string LaunchUrl => $"{Origin}/launch";

    /// <summary>The launch as Millennium fills in a link: numbers as floats, strings in carets (contract 9, mechanism 2).</summary>
    public string Plain(WorklistRow row, Clinician? user)
    {
        var link = string.Create(
            CultureInfo.InvariantCulture,
            $"{LaunchUrl}?personId={Uri.EscapeDataString(row.Source.PersonId)}.00&dataPartitionId=^{row.Source.Partition.Id}^&encounterId={EhrEncounter.Of(row.Source)}.00&app=^powerchart.exe^"
        );
        return user is null ? link : $"{link}&userId={user.Id}.00";
    }

    public string Smart(string issuer, string launch) =>
        $"{LaunchUrl}?iss={Uri.EscapeDataString(issuer)}&launch={Uri.EscapeDataString(launch)}";

    public string Signed(string token) => $"{LaunchUrl}?token={token}";
}
