using System.Globalization;
using System.Text;

namespace HealtheIntent.Client.Transport;

/// <summary>The address of one call: the operation's template with the IDs in their places, and a query.</summary>
internal sealed class ApiAddress
{
    private readonly StringBuilder _text;
    private bool _hasQuery;

    private ApiAddress(StringBuilder text) => _text = text;

    /// <exception cref="ArgumentException">An ID is blank or too long; the error names its place in the template.</exception>
    public static ApiAddress Of(
        ApiOperation operation,
        EndpointResolver endpoints,
        params ReadOnlySpan<string> ids
    )
    {
        var root = endpoints.Resolve(operation.Api);
        var text = new StringBuilder(root.AbsoluteUri);
        var path = operation.PathTemplate[$"/{operation.Api}/v1/".Length..];
        var filled = 0;
        foreach (var segment in path.Split('/'))
            text.Append(
                    segment is ['{', .. var name, '}']
                        ? PathSegment.Of(ids[filled++], name)
                        : segment
                )
                .Append('/');
        // The slash after the last segment.
        text.Length--;
        return new ApiAddress(text);
    }

    /// <summary>Adds a parameter; one that is not given is not sent.</summary>
    /// <exception cref="ArgumentException">The value is blank, which the platform answers with 400 (contract 7).</exception>
    public ApiAddress With(string name, string? value)
    {
        if (value is null)
            return this;
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        _text
            .Append(_hasQuery ? '&' : '?')
            .Append(name)
            .Append('=')
            .Append(Uri.EscapeDataString(value));
        _hasQuery = true;
        return this;
    }

    /// <summary>Adds a parameter once for each of its values.</summary>
    /// <exception cref="ArgumentException">A value is blank.</exception>
    public ApiAddress With(string name, IEnumerable<string> values)
    {
        foreach (var value in values)
            With(name, value ?? "");
        return this;
    }

    /// <summary>Adds a number.</summary>
    public ApiAddress With(string name, int value) =>
        With(name, value.ToString(CultureInfo.InvariantCulture));

    public Uri ToUri() => new(_text.ToString());
}
