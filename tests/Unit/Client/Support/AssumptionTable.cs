using System.Globalization;
using System.Reflection;
using System.Text;
using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>Writes down what an assembly marks as assumed, one row a mark, in a fixed order.</summary>
internal static class AssumptionTable
{
    public const string Heading = "| class | what is assumed |\n|---|---|\n";

    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder(Heading);
        foreach (
            var (name, why) in Marks(assembly).OrderBy(mark => mark.Name, StringComparer.Ordinal)
        )
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{name}` | {why.Replace("|", "\\|", StringComparison.Ordinal)} |\n"
            );
        return text.ToString();
    }

    public static IEnumerable<(string Name, string Why)> Marks(Assembly assembly) =>
        assembly
            .GetTypes()
            .SelectMany(type => type.GetMembers(Declared).Prepend(type))
            .Where(member => member is not Type { IsNested: true })
            .Select(member =>
                (Member: member, Mark: member.GetCustomAttribute<AssumedContractAttribute>())
            )
            .Where(found => found.Mark is not null)
            .Select(found => (Name(found.Member), found.Mark!.Why));

    private static string Name(MemberInfo member)
    {
        var name = member.Name.Split('`')[0];
        return member.DeclaringType is { } owner ? $"{Name(owner)}.{name}" : name;
    }
}
