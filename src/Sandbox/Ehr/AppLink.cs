using System.Globalization;
using HeiChartViewer.Sandbox.Population;

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

    /// <summary>The launch address; Millennium writes its numbers as floats (contract 9, mechanism 2).</summary>
    public string Launch(SourcePerson source) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{AppUrl.GetLeftPart(UriPartial.Authority)}/launch?personId={Uri.EscapeDataString(source.PersonId)}.00&dataPartitionId={source.Partition.Id}"
        );
}
