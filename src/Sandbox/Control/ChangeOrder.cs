using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>The body of the event that changes a list of a patient.</summary>
internal sealed record ChangeOrder
{
    public string? PatientId { get; init; }

    /// <summary>The list, as in the path.</summary>
    public string? Resource { get; init; }

    public ChangeKind? Change { get; init; }

    /// <summary>Which record; null is the first.</summary>
    public string? RecordId { get; init; }

    /// <summary>The page after which it happens, the first being 1; null is at once.</summary>
    public int? AfterPage { get; init; }

    public string? Refuse(PatientRegistry patients, VisibleCharts charts)
    {
        if (Change is not { } change || !Enum.IsDefined(change))
            return "change is required, one of those there are";
        if (ChartLists.Find(Resource) is not { } kind)
            return $"resource must be one of {string.Join(", ", ChartLists.All.Select(list => list.Resource))}";
        if (PatientId is null || patients.FindIdentity(PatientId) is not { } identity)
            return "patientId is not the id of a patient";
        var list = kind.Of(charts.Everything(identity));
        if (list.All.Count == 0)
            return "the list is empty";
        if (RecordId is not null && list.Find(RecordId) is null)
            return "recordId is not the id of a record of the list";
        if (change == ChangeKind.Amended && Resource == "demographics")
            return "a demographic record has no status to amend";
        return AfterPage is < 1 ? "afterPage must be 1 or more, or null" : null;
    }
}
