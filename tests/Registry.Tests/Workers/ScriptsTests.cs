using Gms.Registry.Workers;
using Xunit;

namespace Gms.Registry.Tests.Workers;

public sealed class ScriptsTests
{
    [Theory]
    [InlineData("Nguyễn Thị Ánh", "Latn")]
    [InlineData("Lü Ánh", "Latn")]
    [InlineData("ຕົວຢ່າງ", "Laoo")]
    [InlineData("กขค ตัวอย่าง", "Thai")]
    [InlineData("កម្មករ គំរូ", "Khmr")]
    [InlineData("အောင်အောင်", "Mymr")]
    [InlineData("ၸၢႆးလၢဝ်း", "Mymr")]
    [InlineData("示例", "Hani")]
    [InlineData("ᦟᦹᧉ", "Talu")]
    [InlineData("ນາງ A", "Laoo")]
    [InlineData("12", "Zyyy")]
    [InlineData("", "Zyyy")]
    public void The_script_is_that_of_most_letters(string name, string script) => Assert.Equal(script, Scripts.Of(name));
}
