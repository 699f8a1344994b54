using System.Collections.Immutable;
using System.Globalization;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>The faults that are active now, oldest first; the first that matches strikes.</summary>
internal sealed class FaultBox
{
    private ImmutableList<Fault> _faults = [];
    private int _last;

    public IReadOnlyList<FaultState> States => [.. _faults.Select(fault => fault.State)];

    public IReadOnlyList<string> Add(IReadOnlyList<FaultOrder> orders)
    {
        var added = orders
            .Select(order => new Fault(
                Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture),
                order
            ))
            .ToArray();
        ImmutableInterlocked.Update(ref _faults, faults => faults.AddRange(added));
        return [.. added.Select(fault => fault.Id)];
    }

    public bool Remove(string id) =>
        ImmutableInterlocked.Update(
            ref _faults,
            faults => faults.RemoveAll(fault => fault.Id == id)
        );

    public void Clear() => ImmutableInterlocked.Update(ref _faults, faults => faults.Clear());

    public Fault? Take(TenantRoute route, string? patientId, IQueryCollection query, int? page)
    {
        foreach (var fault in _faults)
            if (fault.Matches(route, patientId, query, page) && fault.TryStrike())
                return fault;
        return null;
    }
}
