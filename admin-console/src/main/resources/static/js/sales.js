// Draws the table of days as bars; without this script the table says the same.
(() => {
  'use strict'

  const element = document.getElementById('chart')
  if (!element || !window.echarts) return

  const FEN = 100
  const rows = [...document.querySelectorAll(`#${element.dataset.table} tr[data-day]`)].reverse()
  const days = rows.map(row => row.dataset.day.slice(5))
  const yuan = (row, what) => Number(row.dataset[what]) / FEN

  const colour = name => {
    const probe = document.createElement('span')
    probe.style.color = `var(${name})`
    element.append(probe)
    const resolved = getComputedStyle(probe).color
    probe.remove()
    return resolved
  }

  element.hidden = false
  const chart = echarts.init(element)

  const draw = () => chart.setOption({
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    textStyle: { fontFamily: getComputedStyle(element).fontFamily },
    color: [colour('--brand'), colour('--red')],
    // Rich text is drawn; a tooltip of HTML would bring styles of its own, which our policy forbids
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: value => `¥${Math.abs(value).toFixed(2)}` },
    legend: { top: 0, right: 0, textStyle: { color: colour('--ink-2') } },
    grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: days, axisLabel: { color: colour('--ink-2') }, axisLine: { lineStyle: { color: colour('--line-strong') } }, axisTick: { show: false } },
    yAxis: { type: 'value', axisLabel: { color: colour('--ink-2'), formatter: value => `${value < 0 ? '-' : ''}¥${Math.abs(value).toLocaleString('en')}` }, splitLine: { lineStyle: { color: colour('--line') } } },
    series: [
      { name: element.dataset.revenue, type: 'bar', stack: 'money', barMaxWidth: 28, itemStyle: { borderRadius: [3, 3, 0, 0] }, data: rows.map(row => yuan(row, 'revenue')) },
      { name: element.dataset.refunds, type: 'bar', stack: 'money', barMaxWidth: 28, data: rows.map(row => -yuan(row, 'refunds')) }
    ]
  })

  draw()
  addEventListener('resize', () => chart.resize())
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw)
})()
