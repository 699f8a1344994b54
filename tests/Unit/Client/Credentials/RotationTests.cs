using HealtheIntent.Client.Credentials;

namespace HeiChartViewer.Tests.Unit.Client.Credentials;

public sealed class RotationTests
{
    private readonly Rotation<string> _secrets = new();

    [Fact]
    public void After_a_refusal_of_the_old_secret_the_new_one_is_tried()
    {
        _secrets.Observe("old");
        _secrets.Observe("new");

        Assert.Equal("new", _secrets.OtherThan("old"));
    }

    [Fact]
    public void After_a_refusal_of_the_new_secret_the_old_one_is_tried()
    {
        _secrets.Observe("old");
        _secrets.Observe("new");
        _secrets.Observe("new");

        Assert.Equal("old", _secrets.OtherThan("new"));
    }

    [Fact]
    public void A_secret_that_was_never_replaced_has_no_other()
    {
        _secrets.Observe("only");

        Assert.Null(_secrets.OtherThan("only"));
        Assert.Equal("only", _secrets.OtherThan(null));
    }
}
