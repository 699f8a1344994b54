namespace HeiChartViewer.Web.Chart.CareGaps;

/// <summary>How a patient stands to a quality measure, in the order it is read: what is to be done comes first.</summary>
public enum CareStanding
{
    /// <summary>The registry says that it is due.</summary>
    Due,

    /// <summary>The goal is missed, and the registry does not say that it is due.</summary>
    NotMet,

    /// <summary>What would tell is not there.</summary>
    MissingData,

    /// <summary>The registry says something that this viewer does not know, or nothing.</summary>
    Unclear,

    /// <summary>The goal is met.</summary>
    Met,

    /// <summary>The measure does not apply to the patient.</summary>
    Excluded,
}
