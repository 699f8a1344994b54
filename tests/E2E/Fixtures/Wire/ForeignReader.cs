using System.Buffers;

namespace HeiChartViewer.Tests.E2E.Fixtures.Wire;

/// <summary>Reads what reaches a page for whatever is another patient's: the word of their record, their ids.</summary>
public sealed class ForeignReader
{
    private readonly string[] _foreign;
    private readonly SearchValues<string> _any;
    private readonly string _own;
    private readonly TaskCompletionSource _firstOwn = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly TaskCompletionSource _firstForeign = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private long _foreignBytes;
    private long _bytes;
    private int _frames;

    /// <summary>Reads for one patient's page.</summary>
    public ForeignReader(SandboxPatient own, IReadOnlyList<SandboxPatient> patients)
    {
        _own = own.Sentinel!;
        _foreign =
        [
            .. patients
                .Where(patient => patient != own)
                .SelectMany(patient =>
                    new[] { patient.Sentinel!, patient.PatientId!, patient.PersonId }
                ),
        ];
        _any = SearchValues.Create(_foreign, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>How many bytes of another patient's were in it.</summary>
    public long ForeignBytes => Interlocked.Read(ref _foreignBytes);

    /// <summary>How many bytes were read.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>How many answers and messages they came in.</summary>
    public int Frames => Volatile.Read(ref _frames);

    /// <summary>That something of the page's own patient came.</summary>
    public Task FirstOwn => _firstOwn.Task;

    /// <summary>That something of another patient's came.</summary>
    public Task FirstForeign => _firstForeign.Task;

    /// <summary>Reads an answer or a message.</summary>
    /// <param name="bytes">How long it is.</param>
    /// <param name="texts">What stands in it.</param>
    public void Read(int bytes, IEnumerable<string> texts)
    {
        Interlocked.Add(ref _bytes, bytes);
        Interlocked.Increment(ref _frames);
        foreach (var text in texts)
            Read(text);
    }

    private void Read(ReadOnlySpan<char> text)
    {
        if (text.Contains(_own, StringComparison.OrdinalIgnoreCase))
            _firstOwn.TrySetResult();
        for (var at = text.IndexOfAny(_any); at >= 0; )
        {
            foreach (var word in _foreign)
                if (IsAt(text, at, word))
                {
                    Interlocked.Add(ref _foreignBytes, word.Length);
                    _firstForeign.TrySetResult();
                }
            var next = text[(at + 1)..].IndexOfAny(_any);
            at = next < 0 ? next : at + 1 + next;
        }
    }

    /// <summary>A local id is a few digits: inside a longer number or a random word they mean nobody.</summary>
    private static bool IsAt(ReadOnlySpan<char> text, int at, string word)
    {
        if (!text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return false;
        var end = at + word.Length;
        return !word.All(char.IsAsciiDigit)
            || !(at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
                && !(end < text.Length && char.IsAsciiLetterOrDigit(text[end]));
    }
}
