using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Sessions;

/// <summary>Answers with a validator, up to a number of bytes; the least recently used goes first. Not safe for threads.</summary>
internal sealed class KeptAnswers(int maxBytes)
{
    private readonly Dictionary<string, LinkedListNode<Kept>> _byAddress = new(
        StringComparer.Ordinal
    );
    private readonly LinkedList<Kept> _recent = [];
    private long _bytes;

    public ReceivedAnswer? Find(string address)
    {
        if (!_byAddress.TryGetValue(address, out var node))
            return null;
        _recent.Remove(node);
        _recent.AddFirst(node);
        return node.Value.Answer;
    }

    public void Keep(string address, ReceivedAnswer answer)
    {
        Drop(address);
        if (answer.Content.Length > maxBytes)
            return;
        _byAddress[address] = _recent.AddFirst(new Kept(address, answer));
        _bytes += answer.Content.Length;
        while (_bytes > maxBytes)
            Drop(_recent.Last!.Value.Address);
    }

    public void Drop(string address)
    {
        if (!_byAddress.Remove(address, out var node))
            return;
        _recent.Remove(node);
        _bytes -= node.Value.Answer.Content.Length;
    }

    public void Clear()
    {
        _byAddress.Clear();
        _recent.Clear();
        _bytes = 0;
    }

    private sealed record Kept(string Address, ReceivedAnswer Answer);
}
