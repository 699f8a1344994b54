namespace HeiChartViewer.Tests.E2E.Fixtures.Wire;

/// <summary>
/// The cookies of one browser: all of its pages send all of them, over plain http to this machine too, and when there are too
/// many the oldest goes, as in Chromium.
/// </summary>
public sealed class CookieJar
{
    private const int Most = 150;

    private readonly Lock _gate = new();
    private readonly List<(string Name, string Value)> _cookies = [];

    /// <summary>What a request sends.</summary>
    public string Header
    {
        get
        {
            lock (_gate)
                return string.Join(
                    "; ",
                    _cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")
                );
        }
    }

    /// <summary>Keeps and lets go of what an answer says.</summary>
    public void Take(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set))
            return;
        lock (_gate)
            foreach (var cookie in set)
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                _cookies.RemoveAll(kept => kept.Name == pair[0]);
                if (!cookie.Contains("max-age=0", StringComparison.OrdinalIgnoreCase))
                    _cookies.Add((pair[0], pair[1]));
                if (_cookies.Count > Most)
                    _cookies.RemoveAt(0);
            }
    }
}
