using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client;

public sealed class HealtheIntentDefaultsTests
{
    public static TheoryData<Type> Options =>
        [
            typeof(ResilienceOptions),
            typeof(ThrottleOptions),
            typeof(LimitOptions),
            typeof(RecordQuery),
            typeof(OffsetQuery),
        ];

    [Theory]
    [MemberData(nameof(Options))]
    public void The_default_of_each_option_is_the_one_its_documentation_tells(Type type)
    {
        var file = Path.ChangeExtension(typeof(HealtheIntentClient).Assembly.Location, ".xml");
        var told = XDocument
            .Load(file)
            .Descendants("member")
            .Where(member => member.Element("value") is not null)
            .ToDictionary(
                member => member.Attribute("name")!.Value,
                member => member.Element("value")!.Value.Trim().TrimEnd('.')
            );
        var options = Activator.CreateInstance(type);
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType.IsValueType)
            .ToList();

        Assert.NotEmpty(properties);
        Assert.All(
            properties,
            property =>
                Assert.Equal(
                    told[$"P:{property.DeclaringType!.FullName}.{property.Name}"],
                    string.Format(CultureInfo.InvariantCulture, "{0}", property.GetValue(options))
                )
        );
    }
}
