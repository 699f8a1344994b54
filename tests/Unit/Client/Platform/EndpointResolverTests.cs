using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Platform;

public sealed class EndpointResolverTests
{
    [Theory]
    [InlineData("us-1")]
    [InlineData("us")]
    [InlineData("emea-2")]
    [InlineData("oci")]
    public void The_host_follows_from_tenant_and_region(string region) =>
        Assert.Equal(
            $"https://cernerdemo.api.{region}.healtheintent.com/allergy/v1/",
            new EndpointResolver("CernerDemo", new Region(region)).Resolve("allergy").AbsoluteUri
        );

    [Theory]
    [InlineData("http://localhost:5090")]
    [InlineData("http://localhost:5090/")]
    [InlineData("http://127.0.0.1:5090/")]
    [InlineData("http://[::1]:5090/")]
    [InlineData("https://gateway.example/hi")]
    [InlineData("https://gateway.example/hi/")]
    public void A_base_address_takes_the_tenants_place(string address) =>
        Assert.Equal(
            $"{address.TrimEnd('/')}/allergy/v1/",
            new EndpointResolver(new Uri(address)).Resolve("allergy").AbsoluteUri
        );

    [Theory]
    [InlineData("http://sandbox.example/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("ftp://localhost/")]
    [InlineData("https://user:password@gateway.example/")]
    [InlineData("https://gateway.example/?x=1")]
    [InlineData("https://gateway.example/#x")]
    [InlineData("relative")]
    public void An_address_that_could_leak_a_credential_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() =>
            new EndpointResolver(new Uri(address, UriKind.RelativeOrAbsolute))
        );

    [Theory]
    [InlineData("")]
    [InlineData("evil.example/")]
    [InlineData("a.b")]
    [InlineData("a@b")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("é")]
    public void A_label_that_could_change_the_host_is_refused(string label)
    {
        Assert.Throws<ArgumentException>(() => new EndpointResolver(label, Region.UnitedStates));
        Assert.Throws<ArgumentException>(() => new Region(label));
    }

    [Fact]
    public void Another_version_of_an_api_is_another_path() =>
        Assert.EndsWith(
            "/provider/v2/",
            new EndpointResolver("cernerdemo", Region.Canada).Resolve("provider", "v2").AbsoluteUri,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("US", "us-1", true)]
    [InlineData("eu", "emea-1", true)]
    [InlineData("ap-1", "ap-1", true)]
    [InlineData("oci", "oci", false)]
    public void An_alias_stands_for_a_region_and_another_name_for_itself(
        string id,
        string primary,
        bool known
    )
    {
        var region = new Region(id);

        Assert.Equal(primary, region.Primary.Id);
        Assert.Equal(known, region.IsKnown);
        Assert.Equal(id.ToLowerInvariant(), region.Id);
    }
}
