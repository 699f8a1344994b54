using System.Text.RegularExpressions;

namespace HeiChartViewer.Tests.Unit.Web.Security;

/// <summary>A browser as far as forms go: it keeps cookies, and sends a page's antiforgery token along.</summary>
internal sealed partial class Browser : IDisposable
{
    private const string Field = "__RequestVerificationToken";

    private readonly HttpClient _http;

    public Browser(WholeViewer viewer) =>
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = viewer.Http.BaseAddress,
        };

    public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(address);

    /// <summary>Posts a form that no page of the app was asked for.</summary>
    public async Task<HttpResponseMessage> PostForgedAsync(
        string address,
        params (string Name, string Value)[] fields
    )
    {
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
        );
        return await _http.PostAsync(address, form);
    }

    /// <summary>Posts a form of the account page.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string address,
        params (string Name, string Value)[] fields
    )
    {
        var page = await _http.GetStringAsync("/");
        var token = Token().Match(page).Groups["token"].Value;
        Assert.NotEqual("", token);
        return await PostForgedAsync(address, [.. fields, (Field, token)]);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
