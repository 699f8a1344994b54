using System.Text;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>A parameter of a request, its name and value percent-encoded.</summary>
internal readonly record struct OAuthParameter(string EncodedName, string EncodedValue)
{
    public static OAuthParameter Of(string name, string value) =>
        new(PercentEncoding.Encode(name), PercentEncoding.Encode(value));

    /// <summary>The parameters of a query or of a form, in order; a name without a value has an empty one.</summary>
    public static IEnumerable<OAuthParameter> OfForm(string form) =>
        Pairs(form)
            .Select(pair => new OAuthParameter(
                PercentEncoding.Encode(pair.Name),
                PercentEncoding.Encode(pair.Value)
            ));

    /// <summary>The same, decoded; of a name that comes twice, the first value.</summary>
    public static Dictionary<string, string> FieldsOfForm(string form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Pairs(form))
            fields.TryAdd(Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(value));
        return fields;
    }

    /// <summary>A value may be a secret.</summary>
    public override string ToString() => EncodedName;

    private static IEnumerable<(byte[] Name, byte[] Value)> Pairs(string form)
    {
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            yield return (
                PercentEncoding.DecodeForm(equals < 0 ? pair : pair[..equals]),
                PercentEncoding.DecodeForm(equals < 0 ? "" : pair[(equals + 1)..])
            );
        }
    }
}
