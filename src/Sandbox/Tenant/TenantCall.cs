using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>A request that passed the gate: who is asked about is known to exist.</summary>
internal sealed record TenantCall(
    HttpContext Http,
    SystemAccount Account,
    PatientIdentity? Identity,
    VisibleCharts Charts
)
{
    /// <summary>Who is asked about; null where nobody is.</summary>
    public Person? Patient => Identity?.Person;

    /// <summary>The records that the tenant shows of the patient today.</summary>
    public Chart Chart => Charts.Of(Identity!);

    public IQueryCollection Query => Http.Request.Query;

    public string PathValue(string name) => (string)Http.Request.RouteValues[name]!;

    /// <summary>This request's own address without its query, absolute (contract 8.1).</summary>
    public string Address =>
        $"{Http.Request.Scheme}://{Http.Request.Host}{Http.Request.PathBase}{Http.Request.Path}";
}
