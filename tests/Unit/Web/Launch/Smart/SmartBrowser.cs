using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using Microsoft.AspNetCore.WebUtilities;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>A clinician's browser: signed in at the EHR, going from redirect to redirect, keeping the viewer's cookies or not.</summary>
internal sealed class SmartBrowser(SmartHost ehr, SmartViewer viewer)
{
    private readonly SmartApp _ehr = new(ehr);
    private readonly Dictionary<string, string> _cookies = [];

    /// <summary>Whether the viewer is in a frame, as the browser says of every page it loads there.</summary>
    public bool IsFramed { get; init; }

    /// <summary>Whether the browser keeps the viewer's cookies.</summary>
    public bool KeepsCookies { get; init; } = true;

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public async Task<SmartBrowser> SignInAsync(string clinician = "4100101")
    {
        await _ehr.SignInAsync(clinician);
        return this;
    }

    /// <summary>A whole launch: its last answer.</summary>
    public async Task<HttpResponseMessage> LaunchAsync(string? personId = null) =>
        await OpenAsync(await CallbackAsync(personId));

    /// <summary>A launch up to the address that the EHR answers at.</summary>
    public async Task<Uri> CallbackAsync(string? personId = null)
    {
        using var launch = await _ehr.GetAsync(
            personId is null
                ? $"{SmartApp.Launches}?kind=smart"
                : $"/ehr/launches/{Unit.Sandbox.SandboxHost.StBrigid}/{personId}?kind=smart"
        );
        using var begun = await OpenAsync(launch.Headers.Location!);
        using var answered = await _ehr.GetAsync(begun.Headers.Location!.OriginalString);
        return answered.Headers.Location!;
    }

    /// <summary>Loads a page of the EHR's.</summary>
    public Task<HttpResponseMessage> OpenAtEhrAsync(string address) => _ehr.GetAsync(address);

    /// <summary>Sends a form of the EHR's.</summary>
    public Task<HttpResponseMessage> PostToEhrAsync(
        string path,
        Dictionary<string, string?> form
    ) => _ehr.PostAsync(path, form);

    /// <summary>Loads a page of the viewer's.</summary>
    public async Task<HttpResponseMessage> OpenAsync(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Sec-Fetch-Dest", IsFramed ? "iframe" : "document");
        if (_cookies.Count > 0)
            request.Headers.Add(
                "Cookie",
                string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"))
            );
        var answer = await viewer.Http.SendAsync(request);
        if (KeepsCookies && answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set)
                Keep(cookie);
        return answer;
    }

    /// <summary>An address with one parameter changed, or taken out.</summary>
    public static Uri With(Uri address, string name, string? value)
    {
        var query = QueryHelpers
            .ParseQuery(address.Query)
            .Where(parameter => parameter.Key != name)
            .ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value);
        if (value is not null)
            query[name] = value;
        return new Uri(QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query));
    }

    public static string? Parameter(Uri address, string name) =>
        QueryHelpers.ParseQuery(address.Query).TryGetValue(name, out var value)
            ? value.ToString()
            : null;

    private void Keep(string cookie)
    {
        var pair = cookie.Split(';')[0].Split('=', 2);
        if (cookie.Contains("max-age=0", StringComparison.OrdinalIgnoreCase))
            _cookies.Remove(pair[0]);
        else
            _cookies[pair[0]] = pair[1];
    }
}
