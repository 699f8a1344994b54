using System.Globalization;
using System.Reflection;
using System.Text;
using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>Writes down what an assembly marks as assumed, one row a mark, in a fixed order.</summary>
internal static class AssumptionTable
{
    private const string Heading = "| class | API | what is assumed |\n|---|---|---|\n";

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder(Heading);
        foreach (
            var (name, mark) in Marks(assembly).OrderBy(mark => mark.Name, StringComparer.Ordinal)
        )
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{name}` | {mark.Api ?? "several"} | {mark.Why.Replace("|", "\\|", StringComparison.Ordinal)} |\n"
            );
        return text.ToString();
    }

    public static IEnumerable<(string Name, AssumedContractAttribute Mark)> Marks(
        Assembly assembly
    ) =>
        assembly
            .GetTypes()
            .Select(type =>
                (type.Name.Split('`')[0], type.GetCustomAttribute<AssumedContractAttribute>()!)
            )
            .Where(found => found.Item2 is not null);
}
