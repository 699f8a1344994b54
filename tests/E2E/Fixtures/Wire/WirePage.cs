using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace HeiChartViewer.Tests.E2E.Fixtures.Wire;

/// <summary>
/// A page of a browser, without the browser: it asks for charts as one does, follows where it is sent, runs the page's
/// circuit, and has all of it read.
/// </summary>
public sealed partial class WirePage(
    ViewerProcess viewer,
    HttpClient http,
    CookieJar cookies,
    IReadOnlyList<SandboxPatient> patients
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<(Uri Address, SandboxPatient Patient)> _visits = [];
    private readonly ConcurrentQueue<Uri> _documents = new();
    private WireCircuit? _circuit;
    private Uri? _chart;

    /// <summary>What was read, by page and circuit: each of them is one patient's.</summary>
    public List<ForeignReader> Readers { get; } = [];

    /// <summary>Whether a chart is on it.</summary>
    public bool IsOpen => _circuit is { IsOver: false };

    /// <summary>What the server said went wrong with a circuit of this page.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Launches a patient.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="takenFor">Whose it is taken for by what reads it.</param>
    public Task LaunchAsync(SandboxPatient patient, SandboxPatient? takenFor = null) =>
        LoadAsync(viewer.LaunchAddress(patient), patient, takenFor ?? patient);

    /// <summary>Loads the page anew.</summary>
    public Task ReloadAsync() =>
        LoadAsync(_visits[^1].Address, _visits[^1].Patient, _visits[^1].Patient);

    /// <summary>Goes back to the chart before, where there was one.</summary>
    public Task BackAsync()
    {
        if (_visits.Count > 1)
            _visits.RemoveAt(_visits.Count - 1);
        return ReloadAsync();
    }

    /// <summary>Waits until something of the page's own patient has come; whether there is a chart for it to come to.</summary>
    public async Task<bool> ShowsOwnAsync()
    {
        if (_circuit is null)
            return false;
        await Readers[^1].FirstOwn.WaitAsync(Patience);
        return true;
    }

    /// <summary>Goes to a view by a link, as the framework's script does without leaving the page.</summary>
    public async Task GoToAsync(string view)
    {
        var address = new Uri(_chart!, $"{_chart!.AbsolutePath}/{view}");
        var html = await GetAsync(address, Readers[^1], "text/html; blazor-enhanced-nav=on");
        await _circuit!.GoneToAsync(address);
        await _circuit.UpdateAsync(Marker().Match(html).Groups[1].Value, "");
    }

    /// <summary>Presses one of the things that can be pressed; whether there was any, and it had its effect.</summary>
    public async Task<bool> PressAsync(Random random)
    {
        var isPressed =
            _circuit!.Pressable is { Count: > 0 } all
            && await _circuit.PressAsync(all[random.Next(all.Count)]);
        // What a frame of the page would fetch.
        while (_documents.TryDequeue(out var document))
            await GetAsync(document, Readers[^1], "*/*");
        return isPressed;
    }

    /// <summary>Loses the connection and comes back.</summary>
    public Task<bool> ReconnectAsync() => _circuit!.ReconnectAsync();

    /// <summary>Closes it.</summary>
    public async Task CloseAsync()
    {
        if (_circuit is null)
            return;
        if (_circuit.Fault is { } fault)
            Faults.Add(fault);
        await _circuit.LeaveAsync(http);
        _circuit = null;
    }

    private async Task LoadAsync(Uri address, SandboxPatient patient, SandboxPatient takenFor)
    {
        await CloseAsync();
        var reader = new ForeignReader(takenFor, patients);
        Readers.Add(reader);
        (var html, _chart) = await FollowAsync(address, reader);
        if (Marker().Match(html) is not { Success: true } marker)
            return;
        if (_visits.LastOrDefault().Address != _chart)
            _visits.Add((_chart, patient));
        var state = State().Match(html).Groups[1].Value;
        _circuit = await WireCircuit.StartAsync(
            viewer.App,
            _chart,
            state,
            () => cookies.Header,
            (length, texts) => reader.Read(length, texts.Select(Noted))
        );
        await _circuit.UpdateAsync(marker.Groups[1].Value, state);
    }

    private string Noted(string text)
    {
        if (
            text.StartsWith("/chart/", StringComparison.Ordinal)
            && text.Contains("/document/", StringComparison.Ordinal)
        )
            _documents.Enqueue(new Uri(viewer.App, text));
        return text;
    }

    private async Task<(string Html, Uri Address)> FollowAsync(Uri address, ForeignReader reader)
    {
        using var answer = await SendAsync(address, "text/html");
        var html = await ReadAsync(answer, reader);
        return answer.Headers.Location is { } next
            ? await FollowAsync(new Uri(address, next), reader)
            : (html, address);
    }

    private async Task<string> GetAsync(Uri address, ForeignReader reader, string accept)
    {
        using var answer = await SendAsync(address, accept);
        return await ReadAsync(answer, reader);
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookies.Header);
        request.Headers.Add("Accept", accept);
        var answer = await http.SendAsync(request);
        cookies.Take(answer);
        return answer;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer, ForeignReader reader)
    {
        var body = await answer.Content.ReadAsStringAsync();
        reader.Read(body.Length, [answer.Headers.ToString(), body]);
        return body;
    }

    [GeneratedRegex("""<!--Blazor:(\{"type":"server".*?\})-->""")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
