using System.Text.RegularExpressions;

namespace HeiChartViewer.Tests.Unit.Sandbox.Fuzz;

/// <summary>Makes hostile requests of every operation that a server says it has, from a seed.</summary>
/// <param name="operations">The operations, as the running server lists them: none can be forgotten.</param>
/// <param name="seed">The same seed makes the same requests.</param>
internal sealed partial class HostileRequests(
    IReadOnlyList<(string Method, string Template)> operations,
    int seed
)
{
    private readonly Random _random = new(seed);

    /// <summary>What the parts of paths are called in earnest, by the name that templates give them.</summary>
    public Dictionary<string, List<string>> Known { get; } =
        new()
        {
            ["populationId"] = [SandboxHost.Population],
            ["patientId"] = [SandboxHost.Analisa],
            ["dataPartitionId"] = [SandboxHost.StBrigid],
            ["personId"] = ["151579"],
            ["pipelineId"] = ["6c2d0d5e-6f6a-4d0b-8f0c-6a3f1f1e2b70"],
            ["registryId"] = ["diabetes"],
            ["libraryId"] = ["sandbox"],
            ["versionedContentId"] = ["1.0.0"],
            ["id"] = ["151579", "4100101"],
        };

    /// <summary>Addresses that are answered, by their template: one in four requests goes there, to come further.</summary>
    public Dictionary<string, List<(string Path, string Query)>> Good { get; } = [];

    public List<string> Cursors { get; } = ["x"];

    /// <summary>A session of the EHR, to come further with.</summary>
    public string? Cookie { get; set; }

    /// <summary>A request with a credential, or with none.</summary>
    public HostileRequest Next(string? credential)
    {
        var (method, template) = Pick(operations);
        if (method == "*" || _random.Next(4) == 0)
            method = Pick(HostilePools.Methods);
        var (path, query) =
            Good.TryGetValue(template, out var good) && _random.Next(4) == 0
                ? Pick(good)
                : (Path(template), QueryString());
        return new HostileRequest(
            method,
            template,
            path,
            _random.Next(3) == 0 ? QueryString() : query,
            HeaderList(credential),
            _random.Next(method is "POST" or "PUT" ? 8 : 2) == 0 ? null : Body()
        );
    }

    public string Bad() =>
        _random.Next(20) == 0
            ? new string('A', _random.Next(1, 3000))
            : Pick(HostilePools.Poison) + (_random.Next(3) == 0 ? Pick(HostilePools.Poison) : "");

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public int Draw(int below) => _random.Next(below);

    private string Path(string template)
    {
        var path = Part()
            .Replace(
                template,
                part =>
                    Known.TryGetValue(part.Groups["name"].Value, out var known)
                    && _random.Next(6) > 0
                        ? Pick(known)
                        : Bad()
            );
        // A path of a server begins with a slash; the rest of it is the caller's.
        return path.StartsWith('/') ? path : $"/{path}";
    }

    private string QueryString() =>
        _random.Next(3) == 0
            ? ""
            : "?"
                + string.Join(
                    '&',
                    Enumerable
                        .Range(0, _random.Next(1, 4))
                        .Select(_ =>
                            _random.Next(5) switch
                            {
                                0 => $"cursor={Pick(Cursors)}",
                                1 => Field(),
                                _ => $"{Pick(HostilePools.Parameters)}={Escaped(Bad())}",
                            }
                        )
                );

    private string Escaped(string text) => _random.Next(2) == 0 ? text : Uri.EscapeDataString(text);

    private string Field() =>
        Pick(HostilePools.Fields) is var (name, value) && _random.Next(3) == 0
            ? $"{name}={Escaped(Bad())}"
            : $"{name}={Uri.EscapeDataString(value)}";

    private List<(string, string)> HeaderList(string? credential)
    {
        var headers = new List<(string, string)>();
        if (credential is not null)
            headers.Add(("Authorization", credential));
        if (Cookie is not null && _random.Next(2) == 0)
            headers.Add(("Cookie", Cookie));
        for (var left = _random.Next(3); left > 0; left--)
            // A second credential would make it unclear who asks.
            if (
                Pick(HostilePools.Headers) is var name
                && (name != "Authorization" || credential is null)
            )
                headers.Add((name, name == "Authorization" ? $"Basic {Bad()}" : Bad()));
        if (_random.Next(3) > 0)
            headers.Add(
                (
                    "Content-Type",
                    _random.Next(2) == 0 ? "application/json" : "application/x-www-form-urlencoded"
                )
            );
        return headers;
    }

    private string Body() =>
        _random.Next(4) switch
        {
            0 => Bad(),
            1 => string.Join('&', Enumerable.Range(0, _random.Next(1, 9)).Select(_ => Field())),
            _ => Pick(HostilePools.Bodies),
        };

    [GeneratedRegex(@"\{\**(?<name>\w+)\}")]
    private static partial Regex Part();
}
