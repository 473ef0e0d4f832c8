// The figures of a month and their ratios.
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { FIGURES, type FigureRow } from '../../../shared/contract/responses.ts';
import { RATIOS, ratiosOf } from '../../../shared/domain/responses/check.ts';
import { count, score } from '../../format.ts';
import { RATIO_TEXT } from './ratioText.ts';

export function FigureData({ row }: { readonly row: FigureRow }) {
  const { t } = useTranslation();
  const none = t('responses.none');
  const ratios = ratiosOf(row);
  const written = (figure: (typeof FIGURES)[number], value: number) =>
    figure === 'cost' || figure === 'benefit' ? score(value) : count(value);
  const items = [
    ...FIGURES.map((figure) => {
      const value = row[figure];
      return {
        key: figure,
        label: t(`responses.field.${figure}`),
        children: value === null ? none : written(figure, value),
      };
    }),
    ...RATIOS.map((ratio) => ({
      key: ratio,
      label: t(`responses.ratio.${ratio}`),
      children: RATIO_TEXT[ratio](ratios[ratio]) || none,
    })),
  ];
  return <Descriptions bordered size="small" column={2} items={items} />;
}
