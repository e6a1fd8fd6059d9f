using Gms.Registry.Documents.Formats;
using Xunit;

namespace Gms.Registry.Tests.Documents.Formats;

public sealed class ZawgyiTests
{
    [Theory]
    [InlineData("အောင်")]
    [InlineData("ဒေါ်အေးအေး")]
    [InlineData("မောင်မောင်")]
    [InlineData("သန္တာ")]
    [InlineData("ကြီးမြင့်သွေး")]
    [InlineData("စ၀်ခမ်း")]
    [InlineData("ၸၢႆးလၢဝ်း")]
    [InlineData("ခင် မြ မြ")]
    [InlineData("Aung Aung")]
    [InlineData("ສົມພອນ")]
    [InlineData("")]
    public void Unicode_is_not_taken_for_Zawgyi(string text) => Assert.False(Zawgyi.LooksLike(text));

    [Theory]
    [InlineData("ေအာင္")]
    [InlineData("ေဒၚေအးေအး")]
    [InlineData("ေမာင္")]
    [InlineData("ျမင့္")]
    [InlineData("ခင္ ျမ ျမ")]
    [InlineData("Aung ေအာင္")]
    public void Zawgyi_is_told_by_what_Unicode_never_has(string text) => Assert.True(Zawgyi.LooksLike(text));
}
