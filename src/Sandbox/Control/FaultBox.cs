using System.Collections.Immutable;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>The faults that are active now, oldest first; the first that matches strikes, after those that only make wait.</summary>
internal sealed class FaultBox
{
    private ImmutableList<Fault> _faults = [];
    private int _last;

    public IReadOnlyList<FaultState> States => [.. _faults.Select(fault => fault.State)];

    public IReadOnlyList<string> Add(IReadOnlyList<FaultOrder> orders)
    {
        var added = orders
            .Select(order => new Fault(Interlocked.Increment(ref _last), order))
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

    /// <summary>What strikes a request: any waits, and at most one fault that is none, the last.</summary>
    public IReadOnlyList<Fault> Take(
        TenantRoute route,
        string? patientId,
        IQueryCollection query,
        int? page
    )
    {
        var struck = new List<Fault>();
        foreach (var fault in _faults)
            if (fault.Matches(route, patientId, query, page) && fault.TryStrike())
            {
                struck.Add(fault);
                if (!fault.IsWait)
                    break;
            }
        return struck;
    }
}
