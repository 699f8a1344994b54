namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>Values that end by themselves; beyond the capacity the oldest makes room.</summary>
internal sealed class ExpiringStore<T>(TimeProvider clock, int capacity)
    where T : class
{
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly LinkedList<string> _order = [];
    private readonly Lock _gate = new();

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <summary>Everything that has not ended.</summary>
    public IReadOnlyList<T> Values
    {
        get
        {
            lock (_gate)
                return [.. _entries.Keys.Select(Alive).OfType<Entry>().Select(x => x.Value)];
        }
    }

    /// <summary>Keeps a value; false when the key is taken by one that has not ended.</summary>
    public bool TryAdd(string key, T value, DateTimeOffset ends)
    {
        lock (_gate)
        {
            if (Alive(key) is not null)
                return false;
            Drop(key);
            if (_entries.Count >= capacity)
                DropEnded();
            if (_entries.Count >= capacity)
                Drop(_order.First!.Value);
            _entries[key] = new Entry(value, ends, _order.AddLast(key));
            return true;
        }
    }

    public T? Find(string? key)
    {
        lock (_gate)
            return key is null ? null : Alive(key)?.Value;
    }

    /// <summary>Removes the value and returns it: of many callers one gets it.</summary>
    public T? Take(string? key)
    {
        lock (_gate)
        {
            if (key is null || Alive(key) is not { } entry)
                return null;
            Drop(key);
            return entry.Value;
        }
    }

    private Entry? Alive(string key) =>
        _entries.TryGetValue(key, out var entry) && entry.Ends > clock.GetUtcNow() ? entry : null;

    private void DropEnded()
    {
        var now = clock.GetUtcNow();
        foreach (var key in _entries.Where(x => x.Value.Ends <= now).Select(x => x.Key).ToArray())
            Drop(key);
    }

    private void Drop(string key)
    {
        if (_entries.Remove(key, out var entry))
            _order.Remove(entry.Place);
    }

    private sealed record Entry(T Value, DateTimeOffset Ends, LinkedListNode<string> Place);
}
