using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>
/// The scenario that runs. It has no timer: what is due happens before the next request is looked at, which nobody can
/// tell from its having happened on time.
/// </summary>
internal sealed class ScenarioRun(
    FaultBox faults,
    Throttle throttle,
    SystemAccounts accounts,
    OAuthConduct oauth,
    PatientRegistry patients,
    VisibleCharts charts,
    RecordChanges changes,
    SensitiveFilter filter,
    OffsetClock clock
)
{
    private readonly Lock _gate = new();
    private volatile bool _isWaiting;
    private string? _name;
    private long _started;
    private ScenarioStep[] _steps = [];
    private string?[] _errors = [];
    private int _done;

    public ScenarioState State
    {
        get
        {
            lock (_gate)
                return new ScenarioState(
                    _name,
                    _name is null ? null : clock.GetElapsedTime(_started).TotalMilliseconds,
                    [
                        .. _steps.Select(
                            (step, i) => new ScenarioStepState(step.AfterMs, i < _done, _errors[i])
                        ),
                    ],
                    [.. Scenarios.All.Select(x => new ScenarioEntry(x.Key, x.Value.What))]
                );
        }
    }

    /// <summary>Starts a scenario in the place of the one that runs; why not where it cannot.</summary>
    public string? Start(ScenarioOrder order)
    {
        var (name, steps) = (order.Name ?? "posted", order.Steps);
        if (steps is null)
        {
            if (order.Name is null || !Scenarios.All.TryGetValue(order.Name, out var known))
                return $"name must be one of {string.Join(", ", Scenarios.All.Keys)}, or steps given";
            steps = known.Steps;
        }
        if (steps.Any(step => step is null || step.AfterMs < 0))
            return "afterMs must be 0 or more";
        if (FaultOrder.Refuse(steps.SelectMany(step => step.Faults ?? [])) is { } error)
            return error;
        lock (_gate)
        {
            (_name, _started, _done) = (name, clock.GetTimestamp(), 0);
            _steps = [.. steps.OrderBy(step => step.AfterMs)];
            _errors = new string?[_steps.Length];
            _isWaiting = true;
        }
        CatchUp();
        return null;
    }

    /// <summary>Ends the scenario; what it ordered stays as it is.</summary>
    public void Stop()
    {
        lock (_gate)
            (_name, _steps, _errors, _done, _isWaiting) = (null, [], [], 0, false);
    }

    /// <summary>Follows every step that is due.</summary>
    public void CatchUp()
    {
        if (!_isWaiting)
            return;
        lock (_gate)
        {
            var elapsed = clock.GetElapsedTime(_started).TotalMilliseconds;
            for (; _done < _steps.Length && _steps[_done].AfterMs <= elapsed; _done++)
                _errors[_done] = Follow(_steps[_done]);
            _isWaiting = _done < _steps.Length;
        }
    }

    private string? Follow(ScenarioStep step)
    {
        if (step.Clear == true)
        {
            faults.Clear();
            throttle.Clear();
        }
        if (step.Faults is { Count: > 0 } wanted)
            faults.Add(wanted);
        string?[] errors =
        [
            Follow(step.Throttle, order => order.Refuse(accounts), throttle.Follow),
            Follow(
                step.Rotate,
                order => order.Refuse(accounts),
                order => accounts.Rotate(accounts.Find(order.Account)!, order.Overlap())
            ),
            Follow(step.OAuth, order => order.Refuse(accounts), oauth.Follow),
            Follow(step.Change, order => order.Refuse(patients, charts), changes.Add),
            Follow(step.Sensitive, order => order.Refuse(), filter.Follow),
            Follow(
                step.Clock,
                order => order.Refuse(),
                order => clock.Offset = TimeSpan.FromSeconds(order.OffsetSeconds!.Value)
            ),
            step.Retire is { } retire && patients.Retire(retire.PatientId ?? "") is null
                ? "nobody to retire"
                : null,
            step.Merge is { } merge
            && !patients.Merge(merge.PatientId ?? "", merge.IntoPatientId ?? "")
                ? "no two patients to merge"
                : null,
            step.Split is { } split
            && patients.Split(split.PatientId ?? "", split.DataPartitionId ?? "") is null
                ? "nothing to split"
                : null,
        ];
        var found = errors.OfType<string>().ToArray();
        return found.Length == 0 ? null : string.Join("; ", found);
    }

    private static string? Follow<T>(T? order, Func<T, string?> refuse, Action<T> follow)
        where T : class
    {
        if (order is null)
            return null;
        if (refuse(order) is { } error)
            return error;
        follow(order);
        return null;
    }
}
