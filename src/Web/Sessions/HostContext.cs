namespace HeiChartViewer.Web.Sessions;

/// <summary>What the host of a launch said about where and how the chart is shown. It grants nothing.</summary>
public sealed record HostContext
{
    /// <summary>A chart that no host launched, or whose host said nothing.</summary>
    public static HostContext None { get; } = new();

    /// <summary>Who vouched for the launch: an issuer's address; null where nobody but the sign-in did.</summary>
    public string? Issuer { get; init; }

    /// <summary>Why the chart is opened, as a code of HL7 PurposeOfUse such as <c>TREAT</c>.</summary>
    public string? PurposeOfUse { get; init; }

    /// <summary>The encounter that is open in the host.</summary>
    public string? EncounterId { get; init; }

    /// <summary>Whether the host shows no patient of its own, so that the whole banner is needed (SMART 2.2, need_patient_banner).</summary>
    /// <value>True unless the host said that it is not: a strip with the identity stays even then.</value>
    public bool NeedsPatientBanner { get; init; } = true;

    /// <summary>What the user wants to do, in the host's words; one that is not known opens the summary.</summary>
    public string? Intent { get; init; }

    /// <summary>The host's colours, as far as text stays readable in them; null where the chart keeps its own.</summary>
    public HostColours? Colours { get; init; }
}
